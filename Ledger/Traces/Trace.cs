using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Networks;

namespace Ledger.Traces;

/// <summary>A training of a dense network as one side recorded it.</summary>
public sealed record Trace
{
    /// <summary>Who recorded it, as people are told.</summary>
    public required string Side { get; init; }

    /// <summary>The dtype of the training.</summary>
    public required FloatFormat Format { get; init; }

    /// <summary>What is trained and how; the document's kind of network, in the sizes of what is recorded, where nothing is said.</summary>
    public Network Network
    {
        get => field ?? Network.Document(Inputs.Columns, Start["hidden_bias"].Columns);
        init;
    }

    /// <summary>How the side declares that it computes its loss; what each of its quantities is judged by follows from it. The network's formulas where nothing is said.</summary>
    public FormulaSet Formulas
    {
        get => field ?? Network.Formulas;
        init;
    }

    /// <summary>All samples, shape (n, inputs).</summary>
    public required NumberArray Inputs { get; init; }

    /// <summary>All labels, shape (n, 1) or (n, outputs), as the loss asks for them.</summary>
    public required NumberArray Labels { get; init; }

    /// <summary>The learning rate as stored in <see cref="Format"/>.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Rows of a full batch.</summary>
    public required int BatchSize { get; init; }

    /// <summary>The parameters before the first step, by name.</summary>
    public required IReadOnlyDictionary<string, NumberArray> Start { get; init; }

    /// <summary>The steps in order; the first is step 1.</summary>
    public required IReadOnlyList<TraceStep> Steps { get; init; }

    /// <summary>
    /// How many steps the training had taken before the first of <see cref="Steps"/>. Where there were some, <see cref="Start"/> holds what
    /// the optimizer remembered of them, too, under the names of its state.
    /// </summary>
    public int StepsBefore { get; init; }

    /// <summary>Names of quantities that this computation does not have, each with the reason.</summary>
    public IReadOnlyDictionary<string, string> NotComputed { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// What a formula reads: a root ("inputs" and "labels" of the step's batch, "all_inputs", "all_labels", "learning_rate",
    /// "batch_size", or "step" and "epoch", counted from 1, steps also before this trace), or a quantity at a step, a parameter at step 0 being the one to start from
    /// and what an optimizer remembers being 0 there. Null if it was not recorded.
    /// </summary>
    /// <param name="name">The root's or the quantity's name.</param>
    /// <param name="step">The step, from 1; the rows of "inputs" and "labels" are those of its batch.</param>
    public NumberArray? Read(string name, int step)
    {
        if (step == 0)
            return Start.GetValueOrDefault(name) ?? Remembered(name);
        TraceStep recorded = Steps[step - 1];
        return name switch
        {
            "all_inputs" => Inputs,
            "all_labels" => Labels,
            "learning_rate" => new([], [LearningRate]),
            "batch_size" => new([], [BatchSize]),
            "step" => new([], [StepsBefore + step]),
            "epoch" => new([], [1 + Steps.Take(step - 1).Sum(earlier => earlier.Rows.Count) / Inputs.Rows]),
            "inputs" => Inputs.TakeRows(recorded.Rows),
            "labels" => Labels.TakeRows(recorded.Rows),
            _ => recorded.Recorded.GetValueOrDefault(name),
        };
    }

    /// <summary>The shape that a quantity must have at a step, from 1.</summary>
    internal int[] ShapeOf(Quantity quantity, int step) => quantity.Shape(Steps[step - 1].Rows.Count);

    // What an optimizer remembers before the first step.
    private NumberArray? Remembered(string name)
    {
        Network network = Network;
        if (!network.IsState(name))
            return null;
        int[] shape = network.Find(name)!.Shape(batch: 0);
        return new(shape, new double[NumberArray.Count(shape)]);
    }
}
