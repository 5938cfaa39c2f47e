using Ledger.Traces;

namespace Ledger.Mistakes;

/// <summary>The known mistakes.</summary>
public static class Catalogue
{
    /// <summary>All of them, in the order in which a training meets them; where two explain the same, the earlier is named first.</summary>
    public static IReadOnlyList<Mistake> All { get; } =
    [
        .. Kernels.All, .. Activations.All, .. Losses.All, .. Labels.All, .. Gradients.All, .. Biases.All,
        .. Updates.All, .. Optimizers.All, .. RootMistakes.All, .. Precision.All,
    ];

    /// <summary>What the mistakes are written for, in one clause.</summary>
    public const string Scope = "known mistakes are those of the document's kind of network alone: one hidden layer of ReLU neurons, one sigmoid output, binary cross-entropy, plain gradient descent";

    /// <summary>Whether the mistakes are written for a training's network.</summary>
    public static bool SpeaksOf(Trace trace) => trace.Network.IsDocuments;

    /// <summary>The mistakes that a training's network can have: all of them or none.</summary>
    internal static IReadOnlyList<Mistake> For(Trace trace) => SpeaksOf(trace) ? All : [];

    /// <summary>The mistake of a name; null if there is none.</summary>
    public static Mistake? Find(string name) => All.FirstOrDefault(mistake => mistake.Name == name);
}
