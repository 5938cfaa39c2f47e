using Comparison.Problems;
using Comparison.Sides;
using Comparison.Tests.Samples;
using Ledger.Files;

namespace Comparison.Tests.Packaging;

[TestClass]
public sealed class PackagingTests
{
    [TestMethod]
    [TestCategory("Long")]
    public void The_tool_installs_from_its_package_and_runs_anywhere()
    {
        using var folder = new PackageFolder();
        folder.Pack("Comparison");
        const string own_system = "scratch-vs-keras.*-*";
        StringAssert.Contains(folder.Description(own_system), "<license type=\"expression\">MIT</license>");
        IReadOnlyList<string> files = folder.Files(own_system);
        Assert.AreEqual(files.Any(file => file.Contains("torch_cpu.", StringComparison.Ordinal)), files.Any(file => file.EndsWith("/LICENSE-LIBTORCH.txt", StringComparison.Ordinal)));

        folder.Do("tool", "install", "scratch-vs-keras", "--version", PackageFolder.Version, "--tool-path", "tool");

        // In a folder that has nothing of the repository.
        string program = Path.Combine(folder.Path, "tool", OperatingSystem.IsWindows() ? "scratch-vs-keras.exe" : "scratch-vs-keras");
        foreach (string[] arguments in new string[][] { ["compare"], ["train", "xor", "--target", "label", "--epochs", "2", "--quiet"] })
        {
            BuiltProgram run = BuiltProgram.Start(program, arguments, new Dictionary<string, string>(), folder.Path);
            Assert.AreEqual(0, run.ExitCode, run.Error);
            Assert.AreEqual(BuiltProgram.Run("Comparison", arguments).Output, run.Output);
        }
    }

    [TestMethod]
    public void The_ledgers_package_judges_trainings_in_a_program_that_has_nothing_else()
    {
        using var folder = new PackageFolder();
        folder.Pack("Ledger");
        string description = folder.Description("ScratchVsKeras.Ledger");
        StringAssert.Contains(description, "<license type=\"expression\">MIT</license>");
        StringAssert.Contains(description, "<readme>README.md</readme>");
        Assert.DoesNotContain("<dependency ", description);
        CollectionAssert.IsSubsetOf(new[] { "lib/net10.0/Ledger.dll", "lib/net10.0/Ledger.xml", "README.md" }, folder.Files("ScratchVsKeras.Ledger").ToArray());

        Problem problem = ProblemSource.Document(new());
        TraceFile.Write(Path.Combine(folder.Path, "by_hand.npz"), ScratchSide.Train(problem).Trace);
        TraceFile.Write(Path.Combine(folder.Path, "by_keras.npz"), KerasSide.Train(problem).Trace);
        // The program that the package's page shows.
        folder.Write("program.cs", $"{MarkdownCode.Blocks("Ledger/README.md", "# Ledger").Single()}\nConsole.WriteLine(\"They agree.\");\n");
        folder.Write("program.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ScratchVsKeras.Ledger" Version="{PackageFolder.Version}" />
              </ItemGroup>
            </Project>
            """);

        Assert.AreEqual("They agree.\n", folder.Do("run", "-v", "q", "--project", "program.csproj"));
    }
}
