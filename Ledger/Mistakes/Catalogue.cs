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

    /// <summary>The mistake of a name; null if there is none.</summary>
    public static Mistake? Find(string name) => All.FirstOrDefault(mistake => mistake.Name == name);
}
