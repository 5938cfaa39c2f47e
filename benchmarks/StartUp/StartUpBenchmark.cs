using System.Diagnostics;
using Benchmarks.Measuring;
using Benchmarks.Processor;
using Benchmarks.Reports;
using Benchmarks.Sides;

namespace Benchmarks.StartUp;

/// <summary>How long the published Scratch program takes from start to last line, beside an empty program published the same way.</summary>
internal static class StartUpBenchmark
{
    private const string Empty = "empty program";

    /// <exception cref="InvalidOperationException">The sources are not around, or a program cannot be published or run.</exception>
    public static Report Run(int rounds)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("scratch-startup-");
        try
        {
            string[] programs = [PublishScratch(folder.FullName), PublishEmpty(folder.FullName)];
            double[][] times = [new double[rounds], new double[rounds]];
            // The first round reads the files from the disk.
            for (int round = -1; round < rounds; round++)
                for (int side = 0; side < programs.Length; side++)
                {
                    double milliseconds = Milliseconds(programs[side]);
                    if (round >= 0)
                        times[side][round] = milliseconds;
                }
            Spread difference = Spread.Of(times[0].Zip(times[1], (a, b) => a - b));
            var result = new CaseResult("start-up", rounds,
                [new(SideNames.Scratch, "ms a run", Spread.Of(times[0])), new(Empty, "ms a run", Spread.Of(times[1])), new("difference", "ms a run", difference)],
                [new(SideNames.Scratch, Empty, Spread.Of(times[0].Zip(times[1], (a, b) => a / b)))]);
            var table = new MarkdownTable("ms from start to last line", "median", "quartiles");
            foreach (SideResult side in result.Sides)
                table.AddRow(side.Name, $"{side.Value.Median:F1}", $"{side.Value.LowerQuartile:F1} to {side.Value.UpperQuartile:F1}");
            table.Print();
            return new("startup", Machine.Here(), PeakResult.Measure(), [result]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string PublishScratch(string folder) => Publish(Path.Combine(Repository(), "Scratch"), folder, "Scratch");

    // The same project file and settings with a program that does nothing.
    private static string PublishEmpty(string folder)
    {
        string source = Path.Combine(folder, "source");
        Directory.CreateDirectory(source);
        foreach (string settings in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json"])
            File.Copy(Path.Combine(Repository(), settings), Path.Combine(source, settings));
        File.Copy(Path.Combine(Repository(), "Scratch", "Scratch.csproj"), Path.Combine(source, "Empty.csproj"));
        File.WriteAllText(Path.Combine(source, "Program.cs"), "return;\n");
        return Publish(source, folder, "Empty");
    }

    private static string Publish(string project, string folder, string name)
    {
        Console.Error.WriteLine($"publishing {name}");
        string published = Path.Combine(folder, name);
        var (code, output, _) = Run("dotnet", ["publish", project, "-c", "Release", "-o", published, $"-p:ArtifactsPath={Path.Combine(folder, "artifacts-" + name)}"]);
        if (code != 0)
            throw new InvalidOperationException($"'dotnet publish {project}' failed: {output.Trim().Split('\n')[^1]}");
        return Path.Combine(published, OperatingSystem.IsWindows() ? $"{name}.exe" : name);
    }

    private static double Milliseconds(string program)
    {
        var (code, _, milliseconds) = Run(program, []);
        return code == 0 ? milliseconds : throw new InvalidOperationException($"{Path.GetFileName(program)} ended with {code}.");
    }

    private static (int Code, string Output, double Milliseconds) Run(string program, IEnumerable<string> arguments)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static string Repository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ScratchVsKeras.sln")))
                return folder.FullName;
        throw new InvalidOperationException("startup publishes Scratch from its source; run it from a clone of the repository.");
    }
}
