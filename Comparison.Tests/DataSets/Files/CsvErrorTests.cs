using System.IO.Compression;
using System.Text;
using DataSets;

namespace Comparison.Tests.DataSets.Files;

/// <summary>Each bad table of text is refused in one line that names the file, the place and the remedy.</summary>
[TestClass]
public sealed class CsvErrorTests
{
    [TestMethod]
    [DataRow("", "is empty")]
    [DataRow("\n\n", "is empty")]
    [DataRow("a,b\n", "a header and no row")]
    [DataRow("a,b\n1,2\n3\n", "line 3: has 1 cell, where line 1 has 2, separated by \",\"")]
    [DataRow("a,b\n1,2\n\n3,4,5\n", "line 4: has 3 cells")]
    [DataRow("a\tb\n1\t2\n3\n", "separated by tabs")]
    [DataRow("a,b,a\n1,2,3\n", "columns 1 and 3 are both called \"a\"")]
    [DataRow("a,b\n1,2\n3,four\n", "line 3, column \"b\": \"four\" is no number", "texts")]
    [DataRow("a,b\n1,\"2\n\"\n3,\"fo\nur\"\n", "line 4, column \"b\": \"fo ur\" is no number")]
    [DataRow("a,b\n1,inf\n", "line 2, column \"b\": \"inf\" is infinite")]
    [DataRow("a,b\n1,-Inf\n", "\"-Inf\" is infinite")]
    [DataRow("a,b\n1,2\n1,Infinity\n", "line 3, column \"b\": \"Infinity\" is infinite")]
    [DataRow("a,b\n1,2\n1,1e309\n", "line 3, column \"b\": \"1e309\" is infinite, or more than")]
    [DataRow("a;b\n1,5;2\n", "line 2, column \"a\": \"1,5\" seems to have a decimal comma", "sed")]
    [DataRow("a;b\n1;2\n1.234,5;2\n", "line 3, column \"a\": \"1.234,5\" seems to have a decimal comma")]
    [DataRow("1,5;2,5\n3,5;4,5\n", "\"5;2\" seems to have a decimal comma")]
    [DataRow("a,b\n1,\"open\n2,3\n", "line 2", "never closed", "quotes")]
    [DataRow("a,b\n1,x\"y\n", "line 2", "quote inside an unquoted field")]
    public void A_bad_table_is_refused_in_one_line(string text, params string[] words) => Refuses(Encoding.UTF8.GetBytes(text), new(), words);

    [TestMethod]
    [DataRow(new byte[] { (byte)'n', (byte)'\n', (byte)'M', 0xFC, (byte)'n' }, "line 2: is not UTF-8")]
    [DataRow(new byte[] { (byte)'n', 0xE9, (byte)'\n', (byte)'1' }, "line 1: is not UTF-8")]
    [DataRow(new byte[] { (byte)'n', (byte)'\n', (byte)'a', (byte)'\n', (byte)'b', (byte)'\n', 0xC3, (byte)'\n' }, "line 4: is not UTF-8")]
    public void Text_that_is_no_UTF_8_is_refused_with_its_line(byte[] text, string words) => Refuses(text, new(), words, "iconv");

    [TestMethod]
    public void A_column_that_is_told_to_hold_numbers_holds_nothing_else() =>
        Refuses("a,b\nx,1\n"u8, new(Numbers: ["a"]), "line 2, column \"a\": \"x\" is no number");

    [TestMethod]
    public void What_is_told_of_a_column_that_is_not_there_is_refused_with_those_that_are() =>
        Refuses("a,b\nx,1\n"u8, new(Texts: ["c"]), "no column \"c\"; there are a, b");

    [TestMethod]
    public void A_column_is_not_told_to_hold_both() => Refuses("a,b\nx,1\n"u8, new(Texts: ["b"], Numbers: ["b"]), "column \"b\"", "leave one of the two out");

    [TestMethod]
    [DataRow('"')]
    [DataRow('\n')]
    [DataRow('é')]
    public void A_character_that_cannot_separate_cells_is_refused(char delimiter) => Refuses("a,b\nx,1\n"u8, new(Delimiter: delimiter), "cannot separate cells");

    [TestMethod]
    public void A_missing_file_and_a_folder_are_refused()
    {
        using var folder = new TemporaryFolder();
        Refusal.Of(() => Tables.Open(folder.File("none.csv")), "none.csv: there is no such file", "moons");
        Refusal.Of(() => Tables.Open(folder.Path), "is a folder");
        Refusal.Of(() => Tables.Open(" "), "the name of a file");
    }

    [TestMethod]
    public void A_compressed_file_that_is_none_or_was_cut_short_is_refused()
    {
        using var folder = new TemporaryFolder();
        Refusal.Of(() => Tables.Open(folder.Write("a.csv.gz", "a,b\n1,2\n")), "a.csv.gz", "no .gz file");
        var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionMode.Compress, leaveOpen: true))
            packed.Write(Encoding.ASCII.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 400).Select(row => $"{row},{row * row % 977}\n"))));
        string file = folder.File("b.csv.gz");
        foreach (int length in Enumerable.Range(0, (int)bytes.Length))
        {
            File.WriteAllBytes(file, bytes.ToArray()[..length]);
            Refusal.Of(() => Tables.Open(file), file);
        }
        File.WriteAllBytes(file, bytes.ToArray());
        using Table whole = Tables.Open(file);
        Assert.AreEqual(400, whole.Rows);
    }

    [TestMethod]
    public void What_a_file_holds_cannot_break_a_message() => Refuses("a\u001B[31m,b\n1,2\nx\u0007,2\n"u8, new(), "column \"a [31m\": \"x \" is no number");

    private static void Refuses(ReadOnlySpan<byte> text, Reading reading, params string[] words)
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("table.csv");
        File.WriteAllBytes(file, text.ToArray());
        // In memory and through the binary file alike.
        Refusal.Of(() => Tables.Open(file, new() { Reading = reading }).Dispose(), [file, .. words]);
        Refusal.Of(() => Tables.Open(file, new() { Reading = reading, CacheFrom = 0 }).Dispose(), [file, .. words]);
        Assert.HasCount(1, Directory.GetFiles(folder.Path));
    }
}
