namespace NativeLibraryMending.Tests;

[TestClass]
public sealed class ProgramTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private string Source => Path.Combine(_folder.FullName, "library.so");
    private string Destination => Path.Combine(_folder.FullName, "obj", "library.so");

    public void Dispose() => _folder.Delete(recursive: true);

    [TestMethod]
    public void A_library_to_be_mended_is_copied_and_the_versions_made_weak_are_named()
    {
        Assert.AreEqual(0, RunOn(Samples.Mendable()));

        Assert.AreEqual(
            $"library.so mended: it asks for {Samples.MissingVersion}, which this system's C++ runtime lacks and nothing "
            + $"in it uses. The copy is '{Destination}'.{Environment.NewLine}",
            _output.ToString());
        var weak = SymbolVersions.Needs(new ElfImage("copy", File.ReadAllBytes(Destination))).Single(need => need.IsWeak);
        Assert.AreEqual(Samples.MissingVersion, weak.Version);
        CollectionAssert.AreEqual(new[] { Destination }, Directory.GetFiles(Path.GetDirectoryName(Destination)!));
    }

    [TestMethod]
    public void The_source_is_never_changed()
    {
        foreach (var library in new[] { Samples.Mendable(), Samples.Sound(), Samples.InUse(RelocationTable.WithAddends) })
        {
            File.WriteAllBytes(Source, library);
            var longAgo = new DateTime(2020, 2, 2, 2, 2, 2, DateTimeKind.Utc);
            File.SetLastWriteTimeUtc(Source, longAgo);
            Run(Source, Destination);
            CollectionAssert.AreEqual(library, File.ReadAllBytes(Source));
            Assert.AreEqual(longAgo, File.GetLastWriteTimeUtc(Source));
        }
    }

    [TestMethod]
    public void An_older_copy_is_replaced()
    {
        LeaveOlderCopy();
        Assert.AreEqual(0, RunOn(Samples.Mendable()));
        Assert.HasCount(Samples.Mendable().Length, File.ReadAllBytes(Destination));
    }

    [TestMethod]
    public void For_a_library_that_needs_no_mending_no_copy_is_written()
    {
        Assert.AreEqual(0, RunOn(Samples.Sound()));
        Assert.IsFalse(File.Exists(Destination));
        Assert.AreEqual(
            $"library.so needs no mending: this system's C++ runtime has every version it asks for.{Environment.NewLine}",
            _output.ToString());
    }

    [TestMethod]
    public void For_a_library_that_needs_no_mending_an_older_copy_is_removed()
    {
        LeaveOlderCopy();
        Assert.AreEqual(0, RunOn(Samples.Sound()));
        Assert.IsFalse(File.Exists(Destination));
    }

    [TestMethod]
    public void A_library_that_uses_a_missing_version_is_refused_in_one_line_and_no_copy_is_written()
    {
        Assert.AreEqual(2, RunOn(Samples.InUse(RelocationTable.WithAddends)));
        AssertOneErrorLine($"'{Source}' uses newer of {Samples.MissingVersion}");
        Assert.IsFalse(File.Exists(Destination));
    }

    [TestMethod]
    public void A_file_that_is_no_library_is_refused_in_one_line()
    {
        Assert.AreEqual(2, RunOn("text"u8.ToArray()));
        AssertOneErrorLine($"'{Source}' is not an ELF file.");
    }

    [TestMethod]
    public void A_missing_file_is_refused_in_one_line()
    {
        Assert.AreEqual(2, Run(Source, Destination));
        AssertOneErrorLine($"There is no file '{Source}'; restore the packages (dotnet restore).");
    }

    [TestMethod]
    public void A_copy_onto_the_source_itself_is_refused()
    {
        File.WriteAllBytes(Source, Samples.Sound());
        var detour = Path.Combine(_folder.FullName, "obj", "..", "library.so");
        Assert.AreEqual(2, Run(Source, detour));
        AssertOneErrorLine($"'{detour}' cannot be the copy of '{Source}'");
        Assert.IsTrue(File.Exists(Source));
    }

    [TestMethod]
    [DataRow(true, DisplayName = "to be written")]
    [DataRow(false, DisplayName = "to be removed")]
    public void A_destination_that_is_a_folder_is_refused_in_one_line(bool needsMending)
    {
        Directory.CreateDirectory(Destination);
        Assert.AreEqual(2, RunOn(needsMending ? Samples.Mendable() : Samples.Sound()));
        AssertOneErrorLine("");
        Assert.IsEmpty(Directory.GetFiles(Path.GetDirectoryName(Destination)!));
    }

    [TestMethod]
    [DataRow]
    [DataRow("one")]
    [DataRow("one", "two", "three")]
    [DataRow("", "two")]
    public void Arguments_other_than_two_paths_are_answered_with_the_usage(params string[] args)
    {
        Assert.AreEqual(2, Run(args));
        Assert.AreEqual($"usage: NativeLibrary SOURCE DESTINATION{Environment.NewLine}", _error.ToString());
    }

    private int RunOn(byte[] library)
    {
        File.WriteAllBytes(Source, library);
        return Run(Source, Destination);
    }

    private int Run(params string[] args) => Program.Run(args, () => Samples.OldRuntime, _output, _error);

    private void LeaveOlderCopy()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Destination)!);
        File.WriteAllText(Destination, "older");
    }

    private void AssertOneErrorLine(string message)
    {
        var line = _error.ToString();
        Assert.StartsWith("NativeLibrary: error: " + message, line);
        Assert.AreEqual(line.Length - Environment.NewLine.Length, line.IndexOf(Environment.NewLine, StringComparison.Ordinal));
    }
}
