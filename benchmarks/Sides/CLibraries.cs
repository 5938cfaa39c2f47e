using Benchmarks.Cases;
using Benchmarks.Measuring;

namespace Benchmarks.Sides;

/// <summary>The C kernels, compiled for some cases into a temporary folder; none where there is no gcc.</summary>
internal sealed class CLibraries : IDisposable
{
    private const int Tries = 5;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scratch-c-");
    private readonly Dictionary<(TrainingCase, string Optimization), string[]> files = [];

    /// <exception cref="InvalidOperationException">gcc refused a source.</exception>
    public CLibraries(IEnumerable<TrainingCase> cases)
    {
        if (Gcc.Version is null)
            return;
        var wanted = from @case in cases
                     where @case.IsDocumentShaped
                     from optimization in new[] { "-O3", "-Ofast" }
                     from source in CSource.For(@case, optimization)
                     select (Case: @case, Source: source);
        var made = wanted.AsParallel().AsOrdered().Select(item => (item.Case, item.Source, File: item.Source.Compile(item.Case, folder.FullName)));
        foreach (var group in made.ToArray().GroupBy(item => (item.Case, item.Source.Optimization)))
            files[group.Key] = [.. group.Select(item => item.File)];
    }

    /// <summary>The sides in C that there are for a case.</summary>
    public IEnumerable<Func<TrainingData, ISide>> For(TrainingCase @case)
    {
        foreach (var (name, optimization) in new[] { (SideNames.C, "-O3"), (SideNames.FastC, "-Ofast") })
            if (files.TryGetValue((@case, optimization), out string[]? libraries))
            {
                string fastest = libraries.Length == 1 ? libraries[0] : libraries.MinBy(file => Nanoseconds(@case, file))!;
                yield return data => new CSide(name, data, fastest);
            }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static double Nanoseconds(TrainingCase @case, string file)
    {
        using var side = new CSide(file, TrainingData.Of(@case, @case.Steps), file);
        side.Train(1);
        return Enumerable.Range(0, Tries).Min(_ => Rounds.Nanoseconds(side, 10));
    }
}
