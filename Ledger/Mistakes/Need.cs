using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Traces;

namespace Ledger.Mistakes;

/// <summary>What a run must have for a mistake to change a number of it.</summary>
/// <param name="Reveal">The smallest change of a run that brings it.</param>
/// <param name="Because">Why a run does not have it; null if it does.</param>
internal sealed record Need(string Reveal, Func<Trace, string?> Because)
{
    public static readonly Need NegativePreActivation = Some("a hidden pre-activation that is negative",
        "no hidden pre-activation is negative", "hidden_layer_input", z => z < 0);

    public static readonly Need PositivePreActivation = Some("a hidden pre-activation that is positive",
        "no hidden pre-activation is positive", "hidden_layer_input", z => z > 0);

    public static readonly Need ZeroPreActivation = Some("a hidden pre-activation that is exactly 0 (a row of zeros and a bias of 0)",
        "no hidden pre-activation is exactly 0", "hidden_layer_input", z => z == 0);

    public static readonly Need HiddenGradient = Some("output weights and errors other than 0",
        "no gradient comes back to the hidden layer", "dL_dhidden_output", gradient => gradient != 0);

    public static readonly Need ExtremeOutput = Some("an output below 1e-7 or above 1 - 1e-7",
        "every output is between 1e-7 and 1 - 1e-7", "output", output => output is < 1e-7 or > 1 - 1e-7);

    public static readonly Need LargeGradient = Some("a gradient larger than 1 (or a lower threshold)",
        "no gradient is larger than 1", ["dL_dhidden_weights", "dL_dhidden_bias", "dL_doutput_weights", "dL_doutput_bias"], gradient => Math.Abs(gradient) > 1);

    public static readonly Need TwoRows = new("a batch of two rows",
        trace => trace.Steps.All(step => step.Rows.Count == 1) ? "every batch has one row" : null);

    public static readonly Need ShortLastBatch = new("one row more or less, so that the last batch is not full",
        trace => trace.Steps.All(step => step.Rows.Count >= trace.BatchSize) ? "every batch is full" : null);

    public static readonly Need SquareBatches = new("as many rows in every batch as there are hidden units",
        trace => Biases.HasSquareBatches(trace) ? null : "a batch has another number of rows than there are hidden units, where this mistake does not run");

    public static readonly Need OtherBatchThan32 = new("more rows than a batch, and a batch size other than 32",
        trace => trace.BatchSize == 32 ? "the batch size is 32" : null);

    public static readonly Need DifferentRows = new("two different rows in batches of their own",
        trace => trace.Inputs.Rows == 1 ? "there is one row" : null);

    public static readonly Need TwoSteps = new("a second step", trace => trace.Steps.Count < 2 ? "there is one step" : null);

    public static readonly Need LabelOtherThanOne = Some("a label of 0", "every label is 1", "labels", label => label != 1);

    public static readonly Need DifferentLabels = new("a batch with both labels",
        trace => Steps(trace, "labels").All(labels => labels.Distinct().Count() == 1) ? "no batch has two different labels" : null);

    public static readonly Need InputOtherThanZero = Some("an input other than 0", "every input is 0", "inputs", input => input != 0);

    public static readonly Need SquareKernel = new("as many inputs as hidden units",
        trace => trace.Inputs.Columns == trace.Start["hidden_bias"].Columns ? null : "there are not as many inputs as hidden units, and this mistake does not run");

    public static readonly Need TwoByTwoKernel = new("two inputs and two hidden units",
        trace => trace.Inputs.Columns == 1 || trace.Start["hidden_bias"].Columns == 1 ? "a kernel of one row or one column reads the same either way" : null);

    public static readonly Need PlainLoss = new("a loss without it",
        trace => trace.Formulas.Loss == FormulaSet.Document.Loss ? null : $"the loss is declared as {trace.Formulas.Loss}");

    public static readonly Need Float64 = new("float64", trace => trace.Format == FloatFormat.Float64 ? null : "the training is in float32");

    public static readonly Need Float32 = new("float32", trace => trace.Format == FloatFormat.Float32 ? null : "the training is not in float32");

    public static readonly Need LongLearningRate = new("a learning rate that float32 does not hold, 0.01 say",
        trace => (float)trace.LearningRate == trace.LearningRate ? "float32 holds the learning rate exactly" : null);

    /// <summary>A bias that is not 0 before some step.</summary>
    public static Need BiasOtherThanZero(string bias) => new("a start bias other than 0, or a second step",
        trace => Enumerable.Range(0, trace.Steps.Count).All(step => trace.Read(bias, step)?.Values.All(b => b == 0) ?? true) ? $"{bias} is 0" : null);

    private static Need Some(string reveal, string because, string quantity, Func<double, bool> is_met) => Some(reveal, because, [quantity], is_met);

    private static Need Some(string reveal, string because, string[] quantities, Func<double, bool> is_met) =>
        new(reveal, trace => quantities.Any(quantity => Steps(trace, quantity).Any(values => values.Any(is_met))) ? null : because);

    private static IEnumerable<double[]> Steps(Trace trace, string quantity) =>
        Enumerable.Range(1, trace.Steps.Count).Select(step => trace.Read(quantity, step)?.Values ?? []);
}
