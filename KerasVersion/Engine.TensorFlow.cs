namespace KerasVersion;

public sealed partial record Engine
{
    /// <summary>The engine of this build. TensorFlow.NET's Dense refuses float64 inputs inside its matrix product, hence float32 alone; its save makes a SavedModel.</summary>
    /// <remarks>
    /// The slots' names are literals of its SGD and Adam, read from its source; no signature has them, so no test checks them.
    /// For a name that it does not know it makes a slot of zeros, which the ledger then finds unexplained.
    /// </remarks>
    public static Engine Current { get; } = new(
        "TensorFlow.NET", "TensorFlow.Keras 0.15 on TensorFlow 2.16", HasFloat64: false, WritesKerasFiles: false, LossFormula.EpsilonInsideLogarithms,
        new Dictionary<string, string> { ["velocity"] = "momentum", ["m"] = "m", ["v"] = "v" },
        Other: "KerasOnTorch, the default engine, did not run; building with KerasEngine=Torch runs it");
}
