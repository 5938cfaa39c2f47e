using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Comparison.Tests.Samples;

/// <summary>A program of one file, compiled in memory against what the tests are built with, warnings being errors.</summary>
internal sealed class CompiledProgram
{
    // What the SDK adds to a program of one file.
    private static readonly SyntaxTree implicit_usings = CSharpSyntaxTree.ParseText(string.Concat(
        new[] { "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks" }
            .Select(space => $"global using {space};\n")));

    private readonly byte[] assembly;

    /// <param name="text">The program; lines that begin with #: are for the SDK and are left out.</param>
    public CompiledProgram(string text)
    {
        string code = string.Join('\n', text.Split('\n').Select(line => line.StartsWith("#:", StringComparison.Ordinal) ? "" : line));
        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        var compilation = CSharpCompilation.Create(
            "program", [implicit_usings, CSharpSyntaxTree.ParseText(code)],
            platform.Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
            new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error));
        using var stream = new MemoryStream();
        Diagnostics = [.. compilation.Emit(stream).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];
        assembly = stream.ToArray();
    }

    /// <summary>What the compiler objects to.</summary>
    public IReadOnlyList<string> Diagnostics { get; }

    /// <summary>Writes the assembly into a folder and gives its path.</summary>
    public string Save(TemporaryFolder folder)
    {
        string file = folder.File("program.dll");
        File.WriteAllBytes(file, assembly);
        return file;
    }

    /// <summary>Runs it here, in the repository's folder.</summary>
    /// <returns>What it printed.</returns>
    public string Run()
    {
        string folder = Environment.CurrentDirectory;
        TextWriter console = Console.Out;
        using var output = new StringWriter { NewLine = "\n" };
        try
        {
            Environment.CurrentDirectory = Recordings.Root;
            Console.SetOut(output);
            MethodInfo main = Assembly.Load(assembly).EntryPoint!;
            main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()], null);
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = folder;
        }
        return output.ToString();
    }
}
