using System.IO.Compression;
using System.Text;
using DataSets;

namespace Comparison.Tests.DataSets.Files;

/// <summary>What is found in CSV and TSV, and what can be told.</summary>
[TestClass]
public sealed class CsvTableTests
{
    [TestMethod]
    [DataRow("age,city\n30,Bern\n41,Rome\n", "age | city", "30 | \"Bern\"", "41 | \"Rome\"")]
    [DataRow("age;city\n30;Bern, old town\n", "age | city", "30 | \"Bern, old town\"")]
    [DataRow("age\tcity\n30\tBern\n", "age | city", "30 | \"Bern\"")]
    [DataRow("age|city\n30|Bern\n", "age | city", "30 | \"Bern\"")]
    [DataRow("age,city\r\n30,Bern\r\n", "age | city", "30 | \"Bern\"")]
    [DataRow("\uFEFFage,city\n30,Bern", "age | city", "30 | \"Bern\"")]
    [DataRow("age,city\n\n30,Bern\n\n\n41,Rome\n\n", "age | city", "30 | \"Bern\"", "41 | \"Rome\"")]
    [DataRow(" age , city \n 30 , Bern \n", "age | city", "30 | \"Bern\"")]
    [DataRow("\"age\",\"a \"\"city\"\"\"\n\"30\",\"Bern\nold town\"\n", "age | a \"city\"", "30 | \"Bern\nold town\"")]
    [DataRow("a,,b\n1,2,3\n", "a | column 2 | b", "1 | 2 | 3")]
    public void A_table_is_read_as_it_stands(string text, string names, params string[] rows)
    {
        using Table table = Read(text);

        Assert.AreEqual(names, table.Names());
        CollectionAssert.AreEqual(rows, Enumerable.Range(0, table.Rows).Select(table.Row).ToArray());
    }

    [TestMethod]
    [DataRow("1,2\n3,4\n", false, DisplayName = "numbers")]
    [DataRow("1,red\n3,blue\n", false, DisplayName = "a number beside a text")]
    [DataRow("x,y\n3,4\n", true, DisplayName = "texts")]
    [DataRow("city,colour\nBern,red\n", true, DisplayName = "texts above texts")]
    [DataRow("name,2019\n3,4\n", true, DisplayName = "a text above a number")]
    [DataRow(",x\n3,4\n", true, DisplayName = "an empty name")]
    public void A_header_is_found_out(string text, bool has_header)
    {
        using Table table = Read(text);

        Assert.AreEqual(has_header, table.Header);
        Assert.AreEqual(text.Count(c => c == '\n') - (has_header ? 1 : 0), table.Rows);
        if (!has_header)
            Assert.AreEqual("column 1 | column 2", table.Names());
    }

    [TestMethod]
    public void What_is_told_beats_what_is_found_out()
    {
        using Table without = Read("city,colour\nBern,red\n", new(Header: false));
        using Table with = Read("1,2\n3,4\n", new(Header: true));
        using Table separated = Read("a,b;c\n1,2;3\n", new(Delimiter: ';', Texts: ["1"]));
        using Table texts = Read("zip,n\n01234,1\n1234,2\n", new(Texts: ["zip"]));

        Assert.AreEqual("\"city\" | \"colour\"", without.Row(0));
        Assert.AreEqual("1 | 2", with.Names());
        Assert.AreEqual("\"1,2\" | 3", separated.Row(0));
        Assert.AreEqual("\"01234\" | 1", texts.Row(0));
        Assert.AreEqual("\"1234\" | 2", texts.Row(1));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("\"\"")]
    [DataRow("NA")]
    [DataRow("na")]
    [DataRow("NaN")]
    [DataRow("-NaN")]
    [DataRow("null")]
    [DataRow("NULL")]
    [DataRow("?")]
    [DataRow("  ")]
    public void A_missing_value_is_missing_in_either_kind_of_column(string missing)
    {
        using Table table = Read($"n,t,u\n{missing},{(missing == "-NaN" ? "" : missing)},1\n5,red,2\n");

        Assert.AreEqual("missing | missing | 1", table.Row(0));
        Assert.AreEqual("5 | \"red\" | 2", table.Row(1));
    }

    [TestMethod]
    public void A_row_knows_its_line_past_empty_lines_and_line_breaks_in_quotes()
    {
        using Table table = Read("a,b\n1,x\n\n2,\"y\nz\"\n3,w\n");

        string[] places = [.. Enumerable.Range(0, table.Rows).Select(table.Place)];
        CollectionAssert.AreEqual(new[] { "line 2", "line 4", "line 6" }, places.Select(place => place[(place.LastIndexOf(": ", StringComparison.Ordinal) + 2)..]).ToArray());
    }

    [TestMethod]
    public void Numbers_keep_every_bit()
    {
        double[] numbers = [0.1, -0.0, 1e-320, double.MaxValue, 5e-324, 1.0 / 3, 123456789012345678];
        using Table table = Read("x\n" + string.Join('\n', numbers.Select(number => number.ToString("R"))));

        CollectionAssert.AreEqual(Array.ConvertAll(numbers, BitConverter.DoubleToInt64Bits), Array.ConvertAll(table.Cells(), BitConverter.DoubleToInt64Bits));
    }

    [TestMethod]
    public void A_compressed_file_is_the_same_table()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("people.csv.gz");
        using (var packed = new GZipStream(File.Create(file), CompressionMode.Compress))
            packed.Write("a,b\n1,x\n"u8);

        using Table table = Tables.Open(file);

        Assert.AreEqual("1 | \"x\"", table.Row(0));
    }

    [TestMethod]
    public void Text_in_UTF_16_is_read_where_it_says_so()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("t.csv"), "n,città\n1,Zürich\n", Encoding.Unicode);

        using Table table = Tables.Open(folder.File("t.csv"));

        Assert.AreEqual("n | città", table.Names());
        Assert.AreEqual("1 | \"Zürich\"", table.Row(0));
    }

    [TestMethod]
    public void A_column_of_too_many_texts_keeps_none_of_them()
    {
        using Table table = Read("id,n\n" + string.Concat(Enumerable.Range(0, 10_001).Select(i => $"id{i},{i}\n")));

        Assert.AreEqual(ColumnKind.FreeText, table.Columns[0].Kind);
        Assert.IsEmpty(table.Columns[0].Texts);
        Assert.AreEqual(10_001, table.Rows);
    }

    [TestMethod]
    public void A_column_is_found_by_its_name_and_then_by_its_number()
    {
        using Table table = Read("a,1,b\nx,2,3\n", new(Header: true));

        Assert.AreEqual(0, table.Find("a"));
        Assert.AreEqual(1, table.Find("1"));
        Assert.AreEqual(2, table.Find("3"));
        Refusal.Of(() => table.Find("4"), "\"4\"", "a, 1, b");
        Refusal.Of(() => table.Find("0"), "\"0\"");
        Refusal.Of(() => table.PlaceOf("3"), "\"3\"");
    }

    private static Table Read(string text, Reading? reading = null)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("table.csv"), text, new UTF8Encoding(false));
        return Tables.Open(folder.File("table.csv"), new() { Reading = reading ?? new() });
    }
}
