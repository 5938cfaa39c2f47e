using CsCheck;
using DataSets;

namespace Comparison.Tests.DataSets.Files;

/// <summary>A table read through its binary file is the table, and the binary file is never one that does not fit.</summary>
[TestClass]
public sealed class TableCacheTests
{
    private static readonly TableOptions Always = new() { CacheFrom = 0 };

    [TestMethod]
    public void A_table_is_the_same_in_memory_and_through_its_binary_file() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 40], Gen.Int).Sample((columns, rows, seed) =>
        {
            var random = new Random(seed);
            string Cell(int place) => random.Next(5) == 0 ? "NA" : place % 2 == 0 ? random.NextDouble().ToString("R") : $"t{random.Next(4)}";
            using var folder = new TemporaryFolder();
            string file = folder.Write("t.csv", string.Join(',', Enumerable.Range(0, columns).Select(place => $"c{place}")) + "\n"
                + string.Concat(Enumerable.Range(0, rows).Select(_ => string.Join(',', Enumerable.Range(0, columns).Select(Cell)) + "\n")));

            using Table kept = Tables.Open(file), made = Tables.Open(file, Always), taken = Tables.Open(file, Always);

            foreach (Table table in new[] { made, taken })
            {
                CollectionAssert.AreEqual(Array.ConvertAll(kept.Cells(), BitConverter.DoubleToInt64Bits), Array.ConvertAll(table.Cells(), BitConverter.DoubleToInt64Bits));
                Assert.AreEqual(kept.Names(), table.Names());
                Assert.AreEqual(kept.Header, table.Header);
                for (int row = 0; row < rows; row++)
                {
                    Assert.AreEqual(kept.Place(row), table.Place(row));
                    Assert.AreEqual(kept.Row(row), table.Row(row));
                }
            }
        }, iter: 50);

    [TestMethod]
    public void A_binary_file_that_fits_is_not_made_again()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("t.csv", "a,b\n1,x\n");
        Tables.Open(file, Always).Dispose();
        DateTime made = File.GetLastWriteTimeUtc($"{file}.rows").AddDays(-1);
        File.SetLastWriteTimeUtc($"{file}.rows", made);

        Tables.Open(file, Always).Dispose();

        Assert.AreEqual(made, File.GetLastWriteTimeUtc($"{file}.rows"));
    }

    [TestMethod]
    public void A_binary_file_is_made_anew_when_its_source_changes()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("t.csv", "a,b\n1,x\n");
        Tables.Open(file, Always).Dispose();
        DateTime written = File.GetLastWriteTimeUtc(file);

        folder.Write("t.csv", "a,b\n2,x\n");
        File.SetLastWriteTimeUtc(file, written.AddSeconds(1));
        using (Table another_time = Tables.Open(file, Always))
            Assert.AreEqual("2 | \"x\"", another_time.Row(0));

        folder.Write("t.csv", "a,b\n33,x\n");
        File.SetLastWriteTimeUtc(file, written.AddSeconds(1));
        using (Table another_length = Tables.Open(file, Always))
            Assert.AreEqual("33 | \"x\"", another_length.Row(0));

        using Table another_reading = Tables.Open(file, Always with { Reading = new(Texts: ["a"]) });
        Assert.AreEqual("\"33\" | \"x\"", another_reading.Row(0));
    }

    [TestMethod]
    public void A_binary_file_cut_short_anywhere_is_never_taken()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("t.csv", "a,b\n1,x\n2,y\n");
        Tables.Open(file, Always).Dispose();
        byte[] whole = File.ReadAllBytes($"{file}.rows");

        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes($"{file}.rows", whole[..length]);
            using Table table = Tables.Open(file, Always);
            Assert.AreEqual("2 | \"y\"", table.Row(1));
            CollectionAssert.AreEqual(whole, File.ReadAllBytes($"{file}.rows"), $"cut to {length} bytes, the file was taken");
        }
    }

    [TestMethod]
    public void Files_of_one_name_share_a_folder_of_binary_files()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in new[] { "one", "two", "cache" })
            Directory.CreateDirectory(folder.File(name));
        string one = folder.Write("one/t.csv", "a,b\n1,x\n"), two = folder.Write("two/t.csv", "a,b\n2,y\n");
        TableOptions options = Always with { CacheFolder = folder.File("cache") };

        using Table first = Tables.Open(one, options), second = Tables.Open(two, options), again = Tables.Open(one, options);

        Assert.AreEqual("1 | \"x\"", again.Row(0));
        Assert.AreEqual("2 | \"y\"", second.Row(0));
        Assert.HasCount(2, Directory.GetFiles(folder.File("cache")));
        Assert.HasCount(1, Directory.GetFiles(folder.File("one")));
    }

    [TestMethod]
    public void A_folder_that_cannot_be_written_to_is_refused()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("t.csv", "a,b\n1,x\n");

        Refusal.Of(() => Tables.Open(file, Always with { CacheFolder = folder.File("none") }), "cannot be written", "another folder");
    }

    [TestMethod]
    public void A_row_that_is_not_there_is_not_read()
    {
        using var folder = new TemporaryFolder();
        using Table table = Tables.Open(folder.Write("t.csv", "a,b\n1,x\n"), Always);

        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => table.Row(1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => table.Row(-1));
    }

    [TestMethod]
    [TestCategory("Long")]
    public void A_file_of_100_MB_is_parsed_as_a_stream_and_read_in_any_order()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("Anonymous memory is read from /proc, which this system does not have.");
        const int rows = 700_000, columns = 20;
        using var folder = new TemporaryFolder();
        string file = folder.File("large.csv");
        var random = new Random(1);
        double sum = 0;
        using (var text = new StreamWriter(file))
            for (int row = 0; row < rows; row++)
                for (int place = 0; place < columns; place++)
                {
                    double number = random.Next(1_000_000) / 1e6;
                    sum += number;
                    text.Write(number);
                    text.Write(place == columns - 1 ? '\n' : ',');
                }
        Assert.IsGreaterThan(100_000_000, new FileInfo(file).Length);
        long before = AnonymousBytes(), most = before;
        using var watch = new Timer(_ => most = Math.Max(most, AnonymousBytes()), null, 0, 20);

        using Table table = Tables.Open(file);
        var cells = new double[columns];
        double read = 0;
        // Every row once, far apart.
        for (long i = 0; i < rows; i++)
        {
            table.Read((int)(i * 386_093 % rows), cells);
            read += cells.Sum();
        }

        // Two orders of one sum of n terms, none below 0.
        Assert.AreEqual(sum, read, 2.0 * rows * columns * Math.Pow(2, -53) * sum);
        Assert.IsTrue(File.Exists($"{file}.rows"));
        // In memory the cells alone would take 112 MB.
        Assert.IsLessThan(50_000_000, Math.Max(most, AnonymousBytes()) - before);
    }

    private static long AnonymousBytes()
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("RssAnon:", StringComparison.Ordinal));
        return 1024 * long.Parse(line["RssAnon:".Length..^"kB".Length]);
    }
}
