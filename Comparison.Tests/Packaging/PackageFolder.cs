using System.IO.Compression;
using Ledger;

namespace Comparison.Tests.Packaging;

/// <summary>Projects packed into a folder of their own, which is the only source that is asked for packages.</summary>
internal sealed class PackageFolder : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public PackageFolder()
    {
        Directory.CreateDirectory(folder.File("packages"));
        folder.Write("nuget.config", """
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="packages" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>The version that the repository's projects have.</summary>
    public static string Version { get; } = typeof(Parity).Assembly.GetName().Version!.ToString(3);

    /// <summary>Its path.</summary>
    public string Path => folder.Path;

    /// <summary>Packs a project of the repository.</summary>
    public void Pack(string project) => Do(Recordings.Root, "pack", project, "-c", "Release", "-o", folder.File("packages"));

    /// <summary>What a package holds: its files' names.</summary>
    /// <param name="package">Its name; an asterisk stands for any part of it.</param>
    public IReadOnlyList<string> Files(string package)
    {
        using ZipArchive archive = Open(package);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>A package's description of itself.</summary>
    /// <inheritdoc cref="Files" path="/param"/>
    public string Description(string package)
    {
        using ZipArchive archive = Open(package);
        using var reader = new StreamReader(archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
        return reader.ReadToEnd();
    }

    /// <summary>Writes a file into the folder.</summary>
    public void Write(string name, string content) => folder.Write(name, content);

    /// <summary>Runs a command of the SDK in the folder, with a package cache of its own, and gives what it printed.</summary>
    public string Do(params string[] arguments) => Do(folder.Path, arguments);

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private ZipArchive Open(string package) => ZipFile.OpenRead(Directory.GetFiles(folder.File("packages"), $"{package}.{Version}.nupkg").Single());

    // A package of the same version may lie in the user's cache.
    private string Do(string place, params string[] arguments)
    {
        var own_cache = place == folder.Path ? new Dictionary<string, string> { ["NUGET_PACKAGES"] = folder.File("cache") } : [];
        BuiltProgram run = DotNet.RunWith(own_cache, place, arguments);
        Assert.AreEqual(0, run.ExitCode, $"dotnet {string.Join(' ', arguments)}\n{run.Output}{run.Error}");
        return run.Output;
    }
}
