using CsCheck;

namespace NativeLibraryMending.Tests;

[TestClass]
public sealed class MendingTests
{
    [TestMethod]
    public void A_missing_version_that_nothing_uses_is_made_weak_and_no_other_bit_changes()
    {
        var library = Samples.Mendable();
        var mended = Mend(library, Samples.OldRuntime);

        var changed = Enumerable.Range(0, library.Length).Where(at => library[at] != mended[at]).ToList();
        Assert.AreEqual(library.Length, mended.Length);
        Assert.HasCount(1, changed);
        Assert.AreEqual(SymbolVersions.WeakFlag, library[changed[0]] ^ mended[changed[0]]);
        var weak = SymbolVersions.Needs(new ElfImage("mended", mended)).Where(need => need.IsWeak);
        Assert.AreEqual(Samples.MissingVersion, weak.Single().Version);
    }

    [TestMethod]
    public void A_mended_library_needs_no_mending()
    {
        var mended = Mend(Samples.Mendable(), Samples.OldRuntime);
        Assert.IsEmpty(Mending.NeedsToWeaken(new ElfImage("mended", mended), Samples.OldRuntime));
    }

    [TestMethod]
    public void With_a_runtime_that_has_every_version_nothing_is_to_be_mended()
    {
        var newRuntime = new HashSet<string>(Samples.OldRuntime) { Samples.MissingVersion };
        Assert.IsEmpty(Mending.NeedsToWeaken(new ElfImage("library", Samples.Mendable()), newRuntime));
    }

    [TestMethod]
    public void Versions_asked_of_other_libraries_are_left_alone() =>
        Assert.IsEmpty(Mending.NeedsToWeaken(new ElfImage("library", Samples.Sound()), Samples.OldRuntime));

    [TestMethod]
    public void Each_of_several_missing_versions_is_made_weak()
    {
        var library = new MadeLibrary
        {
            Needs = [(CppRuntime.FileName, "GLIBCXX_3.4.31", 2), ("libc.so.6", "GLIBC_9.9", 3), (CppRuntime.FileName, Samples.MissingVersion, 4)],
            Symbols = [("newer", 2), ("newest", 4)],
        }.ToBytes();
        var needs = SymbolVersions.Needs(new ElfImage("mended", Mend(library, Samples.OldRuntime)));
        CollectionAssert.AreEquivalent(
            new[] { ("GLIBCXX_3.4.31", true), (Samples.MissingVersion, true), ("GLIBC_9.9", false) },
            needs.Select(need => (need.Version, need.IsWeak)).ToArray());
    }

    [TestMethod]
    [DataRow(RelocationTable.WithAddends)]
    [DataRow(RelocationTable.WithoutAddends)]
    [DataRow(RelocationTable.CallsWithAddends)]
    [DataRow(RelocationTable.CallsWithoutAddends)]
    public void A_missing_version_that_a_relocation_uses_is_refused_with_the_symbol_and_the_remedy(RelocationTable table)
    {
        var refusal = Assert.ThrowsExactly<UnusableLibraryException>(() => Mend(Samples.InUse(table), Samples.OldRuntime));
        Assert.AreEqual(
            "'library' uses newer of GLIBCXX_3.4.32, which this system's libstdc++.so.6 does not have; "
            + "install a newer C++ runtime (libstdc++).",
            refusal.Message);
    }

    [TestMethod]
    public void Versions_that_a_library_defines_are_read()
    {
        string[] versions = ["libstdc++.so.6", "GLIBCXX_3.4", "CXXABI_1.3"];
        var library = new ElfImage("library", new MadeLibrary { Definitions = versions }.ToBytes());
        Assert.IsTrue(SymbolVersions.Definitions(library).SetEquals(versions));
    }

    [TestMethod]
    public void A_library_cut_off_anywhere_is_refused_in_one_line()
    {
        var library = Samples.Mendable();
        for (var length = 0; length < library.Length; length++)
        {
            var refusal = Assert.ThrowsExactly<UnusableLibraryException>(() => Mend(library[..length], Samples.OldRuntime), $"{length} bytes");
            Assert.StartsWith("'library' is ", refusal.Message);
            Assert.DoesNotContain('\n', refusal.Message);
        }
    }

    [TestMethod]
    public void A_table_that_reaches_beyond_the_segment_it_begins_in_is_refused()
    {
        var library = new ElfImage("library", Announcing(null));
        var start = library.OffsetOf(library.Required(DynamicTag.StringTable), 1);
        var room = (ulong)(Announcing(null).Length - MadeLibrary.SectionHeaderSize - start);

        Assert.IsEmpty(Mending.NeedsToWeaken(new ElfImage("library", Announcing(room)), Samples.OldRuntime));
        var refusal = Assert.ThrowsExactly<UnusableLibraryException>(() => Mend(Announcing(room + 1), Samples.OldRuntime));
        Assert.StartsWith($"'library' is malformed: it has no {room + 1} bytes at address 0x", refusal.Message);

        static byte[] Announcing(ulong? size) =>
            new MadeLibrary { Needs = [(CppRuntime.FileName, "GLIBCXX_3.4", 2)], StringTableSize = size }.ToBytes();
    }

    [TestMethod]
    public void Bytes_changed_at_random_are_refused_or_bring_about_no_other_change_than_flags()
    {
        var library = Samples.Mendable();
        var change = Gen.Select(Gen.Int[0, library.Length - 1], Gen.Byte);
        change.Array[1, 4].Sample(changes =>
        {
            var changed = library.ToArray();
            foreach (var (at, value) in changes)
                changed[at] = value;
            byte[] mended;
            try
            {
                mended = Mend(changed, Samples.OldRuntime);
            }
            catch (UnusableLibraryException)
            {
                return;
            }
            CollectionAssert.AreEqual(changed, WithFlagsOf(changed, mended));
        }, iter: 10_000);
    }

    [TestMethod]
    [DataRow("MZ, as a Windows library begins")]
    [DataRow("")]
    public void A_file_that_is_not_ELF_is_refused_as_such(string content)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes(content);
        var refusal = Assert.ThrowsExactly<UnusableLibraryException>(() => new ElfImage("file", bytes));
        Assert.AreEqual("'file' is not an ELF file.", refusal.Message);
    }

    [TestMethod]
    [DataRow(4, (byte)1, "'file' is not a 64-bit little-endian ELF file.", DisplayName = "32 bits")]
    [DataRow(5, (byte)2, "'file' is not a 64-bit little-endian ELF file.", DisplayName = "big-endian")]
    [DataRow(16, (byte)1, "'file' is an ELF file but not a shared library.", DisplayName = "an object file")]
    public void An_ELF_file_of_another_kind_is_refused_as_such(int at, byte value, string message)
    {
        var bytes = Samples.Mendable();
        bytes[at] = value;
        Assert.AreEqual(message, Assert.ThrowsExactly<UnusableLibraryException>(() => new ElfImage("file", bytes)).Message);
    }

    private static byte[] Mend(byte[] library, IReadOnlySet<string> defined) =>
        Mending.Weaken(library, Mending.NeedsToWeaken(new ElfImage("library", library), defined));

    // The mended bytes with the weak flags of the original: equal to it if nothing else differs.
    private static byte[] WithFlagsOf(byte[] original, byte[] mended)
    {
        var restored = mended.ToArray();
        foreach (var need in SymbolVersions.Needs(new ElfImage("library", original)))
        {
            ref var flags = ref restored[need.FlagsOffset];
            flags = (byte)((flags & ~SymbolVersions.WeakFlag) | (original[need.FlagsOffset] & SymbolVersions.WeakFlag));
        }
        return restored;
    }
}
