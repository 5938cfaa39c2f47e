using System.CommandLine;
using Comparison.Problems;
using Comparison.Reports;
using DataSets;
using Ledger.Explanations;
using Ledger.Judging;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.CommandLine;

/// <summary><c>explain</c>: a quantity's formula with the run's own numbers put in, and what became of it.</summary>
internal static class ExplainCommand
{
    private static readonly string[] Roots = ["inputs", "labels", "learning_rate", "batch_size"];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var quantity = new Argument<string>("QUANTITY") { Description = "a quantity by the document's name: hidden_layer_input, dL_dz_out, hidden_weights, …" };
        var step = new Option<int?>("--step")
        {
            Description = "the step, from 1 [default: 1]",
            HelpName = "N",
            CustomParser = Parsing.One<int?>(text => Parsing.Count(text), Parsing.CountMeans),
        };
        Option<string?> side = SideOption.Create("whose numbers [default: scratch]", is_required: false);
        var json = new JsonOption();
        var problem = new ProblemOptions(offers_stable: true);
        var command = new Command("explain", "Prints a quantity's formula with the run's own numbers put in, what was recorded and how far that may be off, what it is computed from and what is computed from it. Exit codes: 0 the numbers are right (or not computed by this side), 1 they are not, 2 wrong use, bad input or a fault, 3 they cannot be judged.")
        {
            quantity, step, side,
        };
        json.AddTo(command);
        problem.AddTo(command);
        command.SetAction(parsed => Run(
            parsed.GetValue(quantity)!, parsed.GetValue(step) ?? 1, parsed.GetValue(side) ?? SideOption.Scratch, problem.Problem(parsed), json.File(parsed)));
        return command;
    }

    private static Quantity Find(string name, Network network) => network.Find(name)
        ?? throw new InputException(Roots.Contains(name)
            ? $"{name} has no formula: the training starts from it. What is computed first from it is {network.Quantities[0].Name}; explain that, or any other quantity."
            : $"'{name}' is not a quantity of this network; the nearest are {NearestNames.Of(name, network.Quantities.Select(quantity => quantity.Name))}.");

    private static int Run(string name, int step, string side, Problem problem, string? json)
    {
        Quantity quantity = Find(name, problem.Network);
        if (step > problem.Steps)
            throw new InputException($"--step: {step} is beyond this training, which has {problem.Steps} {(problem.Steps == 1 ? "step" : "steps")}; give a smaller step or more --epochs.");
        Trace trace = SideOption.Train(side, problem);
        Explanation explanation = Explanation.Of(trace, quantity, step);
        if (json is not null)
            AtomicFile.Write(json, ExplanationReport.Json(explanation));
        Console.WriteLine(ProblemText.Describe(problem));
        ExplanationReport.Write(explanation, trace.Format, Console.Out, Console.IsOutputRedirected);
        return ExitCode.Of(explanation.Verdict ?? Verdict.Rounding);
    }
}
