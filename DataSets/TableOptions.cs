namespace DataSets;

/// <summary>How <see cref="Tables.Open"/> reads; each source looks at what concerns it.</summary>
public sealed record TableOptions
{
    /// <summary>How CSV and TSV are read.</summary>
    public Reading Reading { get; init; } = new();

    /// <summary>From which length in bytes a file of text is parsed once into a binary file and read from there; a shorter one is kept in memory.</summary>
    public long CacheFrom { get; init; } = 64 << 20;

    /// <summary>The folder of those binary files; beside each source if not given.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>The array of inputs in an .npz, of shape (rows, …).</summary>
    public string InputsArray { get; init; } = "X";

    /// <summary>The array of labels in an .npz; "y", which may be missing, if not given.</summary>
    public string? LabelsArray { get; init; }

    /// <summary>The file of labels that goes with IDX images; the one named like the images' if not given, which may be missing.</summary>
    public string? LabelsFile { get; init; }

    /// <summary>Rows of a made table.</summary>
    public int MadeRows { get; init; } = 200;

    /// <summary>Standard deviation of the noise on a made table's numbers.</summary>
    public double MadeNoise { get; init; } = 0.1;

    /// <summary>What a made table's numbers come from.</summary>
    public ulong MadeSeed { get; init; } = 1;
}
