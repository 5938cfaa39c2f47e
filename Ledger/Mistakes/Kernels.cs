using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Traces;
using static Ledger.Formulas.Parent;
using static Ledger.Mistakes.Rewriting;

namespace Ledger.Mistakes;

/// <summary>Mistakes with the layout of the hidden kernel and with what goes into it.</summary>
internal static class Kernels
{
    public static IEnumerable<Mistake> All { get; } =
    [
        Read("kernel-transposed", "The hidden kernel is used transposed, which shapes allow where there are as many inputs as hidden units.",
            kernel => kernel.Transposed(), gradient => gradient.Transposed(), trace => trace.Inputs.Columns == trace.Start["hidden_bias"].Columns)
            with { Needs = [Need.SquareKernel, Need.TwoByTwoKernel] },
        Read("kernel-reshaped", "The hidden kernel's numbers are read as (units, inputs), as torch stores them, instead of (inputs, units).",
            kernel => kernel.Reshaped(kernel.Columns, kernel.Rows).Transposed(), gradient => gradient.Transposed().Reshaped(gradient.Rows, gradient.Columns), _ => true)
            with { Needs = [Need.TwoByTwoKernel] },
        new("inputs-scaled", "The inputs are scaled: one side divides them, by 255 say, and the other does not.")
        {
            Variants = [.. Scaled()],
            Root = new(trace => trace with { Inputs = Times(trace, 0.5) })
            {
                Towards = (right, wrong) => AreScaled(right, wrong) ? right with { Inputs = wrong.Inputs } : null,
                Free = (right, wrong) => ("factor", Factor(right, wrong)),
            },
            Needs = [Need.InputOtherThanZero],
        },
    ];

    private static Mistake Read(
        string name, string description, Func<Estimates, Estimates> kernel, Func<Estimates, Estimates> gradient, Func<Trace, bool> fits)
    {
        return new(name, description)
        {
            Variants =
            [
                Way(ByHand, Forward) with { CanRun = fits },
                Way(Follows, right => [.. Forward(right), .. right.Rewrite(["dL_dhidden_weights"], Backward)]) with { CanRun = fits },
            ],
            Root = new(trace => fits(trace) ? trace with { Start = WithKernel(trace, Start(trace)) } : trace),
        };

        IEnumerable<Formula> Forward(FormulaSet right) => right.Rewrite(["hidden_layer_input"],
            form => form.InsteadOf("hidden_weights", $"hidden_weights {name["kernel-".Length..]}", [Before("hidden_weights")], p => kernel(p[0])));

        Form Backward(Form form) => form.Then($"{name["kernel-".Length..]} back", [], (result, _) => gradient(result));

        NumberArray Start(Trace trace)
        {
            NumberArray start = trace.Start["hidden_weights"];
            Estimates laid_out = kernel(Estimates.Recorded(new(trace.Format), start.Rows, start.Columns, start.Values));
            return start with { Values = [.. laid_out.Values.ToArray().Select(number => number.Value.High)] };
        }
    }

    private static IEnumerable<Variant> Scaled()
    {
        var factor = new Fitted("factor", 0.5, 0, double.PositiveInfinity) { Neutral = 1 };
        yield return new(Plain, (right, value) => Rewritten(right, value, "hidden_layer_input", "dL_dhidden_weights")) { Fitted = factor };
        yield return new(With("in", "the forward pass only"), (right, value) => Rewritten(right, value, "hidden_layer_input")) { Fitted = factor };
        yield return new(With("in", "the backward pass only"), (right, value) => Rewritten(right, value, "dL_dhidden_weights")) { Fitted = factor };

        static IEnumerable<Formula> Rewritten(FormulaSet right, double value, params string[] quantities) => right.Rewrite(quantities,
            form => form.InsteadOf("inputs", $"X being {value}·X", ["inputs"], p => p[0] * p[0].Number(value)));
    }

    private static bool AreScaled(Trace right, Trace wrong) =>
        right.Inputs.Shape.SequenceEqual(wrong.Inputs.Shape) && Factor(right, wrong) is > 0 and not 1 and var factor
        && right.Inputs.Values.Zip(wrong.Inputs.Values).All(x => Math.Abs(x.First * factor - x.Second) <= Rounded(right, x.Second) + right.Format.LeastNormal);

    // The factor between the largest inputs.
    private static double Factor(Trace right, Trace wrong)
    {
        int largest = Array.IndexOf(right.Inputs.Values, right.Inputs.Values.MaxBy(Math.Abs));
        double factor = wrong.Inputs.Values[largest] / right.Inputs.Values[largest];
        return ShortDecimal.In(factor, Rounded(right, factor));
    }

    // The factor may be stored in the format, and the product or quotient is.
    private static double Rounded(Trace trace, double number) => 2 * trace.Format.UnitRoundoff * Math.Abs(number);

    private static NumberArray Times(Trace trace, double factor) =>
        trace.Inputs with { Values = Array.ConvertAll(trace.Inputs.Values, x => trace.Format.Nearest(x * factor)) };

    private static Dictionary<string, NumberArray> WithKernel(Trace trace, NumberArray kernel) => new(trace.Start) { ["hidden_weights"] = kernel };
}
