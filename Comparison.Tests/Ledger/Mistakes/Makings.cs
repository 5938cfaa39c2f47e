using Ledger.Arithmetic;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Mistakes;

/// <summary>Every way in which the trainings of these tests are mistaken.</summary>
internal static class Makings
{
    /// <summary>Mistakes in a formula.</summary>
    public static IReadOnlyList<Making> All { get; } =
    [
        new("inputs-scaled", Value: 0.5), new("inputs-scaled", Value: 255),
        .. BothWays("kernel-transposed"), .. BothWays("kernel-reshaped"),
        .. BothWays("relu-missing"), new("relu-mask-missing"), new("relu-mask-at-zero"), new("relu-mask-times-activation"),
        .. BothWays("leaky-relu", 0.01), .. BothWays("leaky-relu", 0.3), .. BothWays("tanh-for-relu"),
        .. BothWays("sigmoid-missing"), .. BothWays("sigmoid-twice"),
        new("sigmoid-derivative-missing"), new("sigmoid-derivative-on-logit"), new("sigmoid-derivative-on-output"),
        .. BothWays("dropout-left-on", 0.25), .. BothWays("dropout-left-on", 0.5),
        new("squared-error-for-cross-entropy", Of: "whole"), new("squared-error-for-cross-entropy", Of: "half"), new("logits-loss-on-probabilities"),
        new("loss-clipped", Value: 1e-7), .. BothWays("loss-epsilon", 1e-7), new("loss-after-update"),
        new("label-smoothing", Value: 0.1), new("labels-flipped"), new("labels-minus-one-plus-one"), new("labels-broadcast"),
        new("gradient-sign"), new("sum-over-batch", Of: "loss"), new("sum-over-batch", Of: "gradient"), new("sum-over-batch", Of: "both"),
        new("mean-twice"), new("last-batch-over-full-batch-size"), new("output-weights-updated-first"), new("gradients-accumulated"), new("gradients-stale"),
        .. BothWays("hidden-bias-missing"), .. BothWays("output-bias-missing"),
        new("hidden-bias-frozen"), new("output-bias-frozen"), new("hidden-weights-frozen"), new("output-weights-frozen"),
        new("bias-gradient-of-one-row", Of: "hidden_bias, first"), new("bias-gradient-of-one-row", Of: "hidden_bias, last"), new("bias-gradient-of-one-row", Of: "output_bias, first"),
        new("bias-gradient-wrong-axis"),
        new("ascent"), new("learning-rate-over-batch"), new("learning-rate-times-batch"),
        new("another-learning-rate", Value: 0.1), new("another-learning-rate", Value: 3),
        new("learning-rate-decay", Value: 0.01), new("learning-rate-decay", Value: 0.9, Of: "exponential"),
        new("weight-decay-decoupled", Value: 0.01), new("l2-in-gradient", Value: 0.001),
        new("gradient-clipped", Value: 0.02, Of: "value"), new("gradient-clipped", Value: 0.05, Of: "norm"), new("gradient-clipped", Value: 0.1, Of: "global norm"),
        new("momentum", Value: 0.9), new("nesterov", Value: 0.9), new("adam-for-sgd", Value: 1e-7), new("adam-epsilon-inside", Value: 1e-7),
        new("float32-inside"), new("constant-in-float32"), new("tf32-inside"), new("bfloat16-inside"),
    ];

    /// <summary>The quantities in which it is made; everything else that is wrong is inherited from them.</summary>
    public static IReadOnlyList<string> MadeIn(this Making making) => making.Name switch
    {
        "inputs-scaled" => ["hidden_layer_input", "dL_dhidden_weights"],
        "kernel-transposed" or "kernel-reshaped" => making.Follows ? ["hidden_layer_input", "dL_dhidden_weights"] : ["hidden_layer_input"],
        "hidden-bias-missing" => making.Follows ? ["hidden_layer_input", "dL_dhidden_bias"] : ["hidden_layer_input"],
        "output-bias-missing" => making.Follows ? ["output_layer_input", "dL_doutput_bias"] : ["output_layer_input"],
        "relu-missing" or "leaky-relu" or "tanh-for-relu" or "dropout-left-on" => making.Follows ? ["hidden_layer_output", "dL_dz_hidden"] : ["hidden_layer_output"],
        "relu-mask-missing" or "relu-mask-at-zero" or "relu-mask-times-activation" => ["dL_dz_hidden"],
        "sigmoid-missing" or "sigmoid-twice" => making.Follows ? ["output", "doutput_dz_out"] : ["output"],
        "sigmoid-derivative-missing" or "sigmoid-derivative-on-logit" or "sigmoid-derivative-on-output" => ["doutput_dz_out"],
        "loss-clipped" or "loss-after-update" => ["loss"],
        "loss-epsilon" => making.Follows ? ["loss", "dL_doutput"] : ["loss"],
        "squared-error-for-cross-entropy" or "logits-loss-on-probabilities" or "label-smoothing" or "labels-flipped" or "labels-minus-one-plus-one" or "labels-broadcast"
            => ["loss", "dL_doutput", "dL_dz_out"],
        "sum-over-batch" => making.Of == "loss" ? ["loss"] : making.Of == "gradient" ? ["dL_doutput", "dL_dz_out"] : ["loss", "dL_doutput", "dL_dz_out"],
        "gradient-sign" or "mean-twice" or "last-batch-over-full-batch-size" => ["dL_doutput", "dL_dz_out"],
        "output-weights-updated-first" => ["dL_dhidden_output"],
        "bias-gradient-of-one-row" or "bias-gradient-wrong-axis" => making.Of.StartsWith("output", StringComparison.Ordinal) ? ["dL_doutput_bias"] : ["dL_dhidden_bias"],
        "l2-in-gradient" => ["dL_doutput_weights", "dL_dhidden_weights"],
        "float32-inside" or "tf32-inside" or "bfloat16-inside" => ["hidden_layer_input"],
        _ when making.Name.EndsWith("frozen", StringComparison.Ordinal) => [making.Name[..^"-frozen".Length].Replace('-', '_')],
        _ => ["hidden_weights", "hidden_bias", "output_weights", "output_bias"],
    };

    /// <summary>Whether shapes and dtype let the mistake be made.</summary>
    public static bool CanBeMade(this Making making, Trace roots) => making.Name switch
    {
        "kernel-transposed" => roots.Inputs.Columns == roots.Start["hidden_bias"].Columns,
        "bias-gradient-wrong-axis" => roots.Steps.All(step => step.Rows.Count == roots.Start["hidden_bias"].Columns),
        "float32-inside" or "constant-in-float32" => roots.Format == FloatFormat.Float64,
        "tf32-inside" or "bfloat16-inside" => roots.Format == FloatFormat.Float32,
        _ => true,
    };

    /// <summary>Whether it can be made where the gradient behind the sigmoid is taken from the logits at once.</summary>
    public static bool CanBeFused(this Making making) =>
        !making.Name.StartsWith("sigmoid", StringComparison.Ordinal)
        && making.Name is not ("squared-error-for-cross-entropy" or "logits-loss-on-probabilities" or "loss-clipped" or "loss-epsilon" or "labels-broadcast" or "loss-after-update");

    private static IEnumerable<Making> BothWays(string name, double value = 0) => [new(name, Follows: false, value), new(name, Follows: true, value)];
}
