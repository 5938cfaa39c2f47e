namespace KerasVersion;

public sealed partial record Engine
{
    /// <summary>The engine of this build: our own implementation of TensorFlow.NET's Keras API, not TensorFlow.NET itself.</summary>
    public static Engine Current { get; } = new(
        "KerasOnTorch", "TensorFlow.NET's Keras API on libtorch, follows Keras 3.15", HasFloat64: true, WritesKerasFiles: true, LossFormula.FromLogits,
        new Dictionary<string, string> { ["velocity"] = "momentum", ["m"] = "momentum", ["v"] = "velocity" },
        Other: "TensorFlow.NET itself did not run; building with KerasEngine=TensorFlow runs it");
}
