using System.Globalization;
using Comparison.Metrics;
using Comparison.Sides;
using Comparison.Training;
using DataSets.Preparing;
using KerasVersion;
using Ledger.Networks;
using Spectre.Console;
using static Comparison.Reports.Tables;

namespace Comparison.Reports;

/// <summary>A training on a table for people, on a terminal or in a pipe.</summary>
internal static class TrainingReport
{
    /// <summary>What is trained, before it is.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="preparation">How rows are prepared.</param>
    /// <param name="network">The network.</param>
    /// <param name="training_rows">Rows that are trained on.</param>
    /// <param name="held_out_rows">Rows that are held out.</param>
    public static IEnumerable<string> Announcement(TrainingPlan plan, Preparation preparation, Network network, int training_rows, int held_out_rows)
    {
        yield return plan.Sides switch
        {
            SideChoice.Both => $"Scratch against {Engine.Current.Announcement}",
            SideChoice.Scratch => "Scratch alone",
            _ => $"{Engine.Current.Announcement}, alone",
        };
        string target = preparation.Target is ClassTarget classes ? $"one of {classes.Classes.Count} classes" : "a number";
        string held_out = held_out_rows == 0 ? "" : $", {Count(held_out_rows, "held out")}";
        yield return $"{plan.Source}: {Count(training_rows, "rows to train on")}{held_out}; \"{preparation.Target.Name}\", {target}, from {Count(network.Inputs, network.Inputs == 1 ? "input" : "inputs")}{(plan.Preparation.Standardize ? ", standardised" : "")}";
        string order = plan.Shuffle ? "shuffled" : "as they stand";
        string optimizer = plan.Optimizer is OptimizerKind.Momentum or OptimizerKind.Nesterov ? $"{Name(plan.Optimizer)} {Short(plan.Momentum)}" : Name(plan.Optimizer);
        yield return $"A network of {network}; {network.Loss.Name()}; {optimizer}, learning rate {Short(plan.LearningRate)}; {plan.Dtype}, {plan.Epochs} epochs in batches of {plan.BatchSize}, rows {order}, seed {plan.Seed}; Scratch computes the loss from the logits";
    }

    /// <summary>What the training came to.</summary>
    /// <param name="result">It.</param>
    /// <param name="output">Where to.</param>
    /// <param name="plain">Whether no terminal reads it: no colours, no cursor, a fixed width.</param>
    public static void Write(TrainingResult result, TextWriter output, bool plain)
    {
        IAnsiConsole console = On(output, plain);
        Target target = result.Preparation.Target;
        (string, Scores)[] columns =
        [
            .. result.Sides.Select(side => ($"{side.Side.Title()}, training rows", side.Training)),
            .. result.Sides.Where(side => side.HeldOut is not null).Select(side => ($"{side.Side.Title()}, held-out rows", side.HeldOut!)),
        ];
        output.WriteLine();
        console.Write(ScoresTable.Of(target, columns));
        foreach (var (title, matrix) in ScoresTable.Confusions(target, columns))
        {
            output.WriteLine(title);
            console.Write(matrix);
        }
        output.WriteLine($"Trained in: {string.Join(", ", result.Sides.Select(side => $"{side.Side.Title()} {Short(side.Seconds)} s"))}");
        foreach (string sentence in Stopping(result).Concat(Apart(result)))
            output.WriteLine(sentence);
        output.WriteLine(Verdict(result));
        foreach (string cause in result.Verdict.Causes)
            output.WriteLine(cause);
    }

    /// <summary>The verdict in one line.</summary>
    public static string Verdict(TrainingResult result) => result.Verdict.Line([.. result.Sides.Select(side => side.Side)]);

    /// <summary>How early training stopped; nothing where it was not asked to.</summary>
    public static IEnumerable<string> Stopping(TrainingResult result)
    {
        if (result.Plan.Patience is null)
            yield break;
        string by = $"{result.Sides[0].Side.Title()}'s loss over the {(result.HeldOutRows > 0 ? "held-out" : "training")} rows";
        yield return $"Training {(result.Stopping.IsOver ? $"stopped after epoch {result.Sides[0].History.Count}" : "did not stop early")}: {by} was smallest, {Short(result.Stopping.Best)}, after epoch {result.Stopping.BestEpoch + 1}, whose weights are kept.";
    }

    /// <summary>How far apart the sides ended, and what rounding explains of it; nothing where one side trained.</summary>
    public static IEnumerable<string> Apart(TrainingResult result)
    {
        if (result.LossGap is { } gap && result.TwinLossGap is { } twin_gap)
            yield return $"The losses of an epoch are up to {Short(gap)} apart between the sides, and up to {Short(twin_gap)} between Scratch and a twin that takes every sum in reverse order.";
        if (result.Twins is { } twins)
        {
            string amplified = twins.AreLikeTwins || result.Verdict.Verdict > Ledger.Judging.Verdict.Suspicious ? ""
                : "; this training amplifies what each step rounds, where a ReLU's input lies on different sides of 0, or Adam divides by a gradient near 0";
            yield return $"The final weights are up to {Short(twins.Widest.OfSides)} apart between the sides ({twins.Widest.Name}), and up to {Short(twins.Widest.OfTwins)} between Scratch and the twin{amplified}.";
        }
    }

    private static string Name(OptimizerKind optimizer) => optimizer.ToString().ToLowerInvariant();

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}");

    private static string Short(double number) => number.ToString("G3", CultureInfo.InvariantCulture);
}
