using Benchmarks.Cases;

namespace Benchmarks.Sides;

/// <summary>A C source that is compiled for the sizes of one case.</summary>
/// <param name="Source">Its file's name in the folder C, without the extension.</param>
/// <param name="Optimization">-O3 or -Ofast.</param>
internal sealed record CSource(string Source, string Optimization)
{
    // Above this the plain source takes seconds a round and is never the faster one.
    private const long PlainWork = 1_000_000;

    /// <summary>The sources that are worth compiling for a case; the fastest one is the side.</summary>
    public static IReadOnlyList<CSource> For(TrainingCase @case, string optimization) =>
        @case.MultiplyAdds > PlainWork ? [new("blocked", optimization)] : [new("plain", optimization), new("blocked", optimization)];

    /// <summary>Compiles a shared library.</summary>
    /// <param name="case">Of one hidden layer and one output.</param>
    /// <param name="folder">Where the library goes.</param>
    /// <returns>Its file.</returns>
    /// <exception cref="InvalidOperationException">gcc refused.</exception>
    public string Compile(TrainingCase @case, string folder)
    {
        string name = $"{Source}{Optimization}-{@case.Network}-{@case.Batch}", compiled = Path.Combine(folder, $"{name}.o"), library = Path.Combine(folder, $"{name}.so");
        Do([Optimization, "-march=native", "-fPIC", $"-DINPUTS={@case.Inputs}", $"-DHIDDEN={@case.Sizes[1]}", $"-DBATCH={@case.Batch}",
            "-c", Path.Combine(AppContext.BaseDirectory, "C", $"{Source}.c"), "-o", compiled]);
        // Linked without -Ofast, which would let the library's start-up code switch off denormals for the whole thread.
        Do(["-shared", compiled, "-lm", "-o", library]);
        return library;
    }

    private static void Do(IReadOnlyList<string> arguments)
    {
        if (Gcc.Run(arguments) is not (0, _, _))
            throw new InvalidOperationException($"'gcc {string.Join(' ', arguments)}' failed: {Gcc.Run(arguments)?.Error.Trim() ?? "there is no gcc"}");
    }
}
