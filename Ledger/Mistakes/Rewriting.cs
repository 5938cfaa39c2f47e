using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Networks;

namespace Ledger.Mistakes;

/// <summary>The vocabulary in which mistakes are written: right formulas, rewritten.</summary>
internal static class Rewriting
{
    /// <summary>What a backward pass can do about a mistake of the forward pass: be the right network's, or follow.</summary>
    public static readonly IReadOnlyDictionary<string, object> ByHand = With("backward", "by hand"), Follows = With("backward", "follows");

    /// <summary>How far a difference from 1 may be off that is computed in double: one rounding of the number and one of the result.</summary>
    public const double FromOne = 2 * 1.1102230246251565e-16;

    /// <summary>The names of the document's quantities in the order of cause, and of its parameters.</summary>
    public static readonly string[] Quantities = [.. Document.Quantities.Select(quantity => quantity.Name)], Parameters = [.. Document.Parameters.Select(parameter => parameter.Name)];

    /// <summary>No setting.</summary>
    public static readonly IReadOnlyDictionary<string, object> Plain = new Dictionary<string, object>();

    /// <summary>One setting.</summary>
    public static IReadOnlyDictionary<string, object> With(string name, object value) => new Dictionary<string, object> { [name] = value };

    /// <summary>One more setting.</summary>
    public static IReadOnlyDictionary<string, object> And(this IReadOnlyDictionary<string, object> settings, string name, object value) =>
        new Dictionary<string, object>(settings) { [name] = value };

    /// <summary>A variant without a number to be fitted.</summary>
    public static Variant Way(IReadOnlyDictionary<string, object> settings, Func<FormulaSet, IEnumerable<Formula>> replace) =>
        new(settings, (right, _) => replace(right));

    /// <summary>A formula of one form.</summary>
    public static Formula Is(string quantity, string text, IReadOnlyList<Parent> parents, Func<Estimates[], Estimates> evaluate) =>
        new(quantity, [new(text, parents, evaluate)]);

    /// <summary>The formulas of some quantities with each of their forms rewritten, or left out where the rewriting gives null.</summary>
    public static IEnumerable<Formula> Rewrite(this FormulaSet right, IEnumerable<string> quantities, Func<Form, Form?> rewrite) =>
        quantities.Select(quantity => new Formula(quantity, [.. right[quantity].Forms.Select(rewrite).OfType<Form>()]));

    /// <summary>
    /// The gradient of the loss with each form rewritten: dL_doutput, and those forms of dL_dz_out that do not read it and so
    /// would not inherit the change.
    /// </summary>
    public static IEnumerable<Formula> RewriteLossGradient(this FormulaSet right, Func<Form, Form> rewrite) =>
        right.Rewrite(["dL_doutput", "dL_dz_out"], form => form.Reads("dL_doutput") ? form : rewrite(form));

    /// <summary>dL_dz_out by the chain rule: from the two recorded factors, or through either one's own forms where it was not recorded.</summary>
    public static Formula Chain(IReadOnlyList<Form> loss_gradients, IReadOnlyList<Form> derivatives)
    {
        Form recorded_gradient = new("dL_doutput", ["dL_doutput"], p => p[0]), recorded_derivative = new("doutput_dz_out", ["doutput_dz_out"], p => p[0]);
        return new("dL_dz_out",
        [
            Product(recorded_gradient, recorded_derivative),
            .. derivatives.Select(derivative => Product(recorded_gradient, derivative)),
            .. loss_gradients.SelectMany(gradient => derivatives.Select(derivative => Product(gradient, derivative))),
        ]);
    }

    /// <summary>The four updates with each form rewritten, or left out where the rewriting gives null.</summary>
    public static IEnumerable<Formula> RewriteUpdates(this FormulaSet right, Func<Form, string, Form?> rewrite) =>
        Parameters.SelectMany(parameter => right.Rewrite([parameter], form => rewrite(form, parameter)));

    /// <summary>The four updates with something else in the place of the gradient.</summary>
    public static IEnumerable<Formula> RewriteGradients(
        this FormulaSet right, string clause, Func<string, IReadOnlyList<Parent>> parents, Func<Estimates[], Estimates> compute) =>
        right.RewriteUpdates((form, parameter) => form.Reads(Gradient(parameter))
            ? form.InsteadOf(Gradient(parameter), clause, parents(Gradient(parameter)), compute)
            : null);

    /// <summary>The four updates with another learning rate.</summary>
    public static IEnumerable<Formula> RewriteRate(
        this FormulaSet right, string clause, IReadOnlyList<Parent> parents, Func<Estimates[], Estimates> compute) =>
        right.RewriteUpdates((form, _) => form.InsteadOf("learning_rate", clause, ["learning_rate", .. parents], compute));

    /// <summary>The name of a parameter's gradient.</summary>
    public static string Gradient(string parameter) => LayerNames.GradientOf(parameter);

    // Names do not depend on sizes.
    private static Network Document => Network.Document(1, 1);

    private static Form Product(Form left, Form right) => new($"{left.Text} · {right.Text}", [.. left.Parents, .. right.Parents],
        p => left.Evaluate(p[..left.Parents.Count]) * right.Evaluate(p[left.Parents.Count..]));
}
