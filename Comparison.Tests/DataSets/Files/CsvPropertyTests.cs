using System.Globalization;
using System.Text;
using CsCheck;
using DataSets;

namespace Comparison.Tests.DataSets.Files;

/// <summary>Any table, written as CSV, is read back.</summary>
[TestClass]
public sealed class CsvPropertyTests
{
    // Letters that CSV gives a meaning to, and some of other scripts.
    private static readonly Gen<string> Texts = Gen.OneOf("a", "b", ",", ";", "\t", "\"", "\n", "\r\n", " ", "é", "中", "🦀", "1", "?").Array[1, 6]
        .Select(string.Concat).Where(text => text != "?");

    private static readonly Gen<double> Doubles = Gen.Double.Where(double.IsFinite);

    [TestMethod]
    public void A_random_table_comes_back_with_every_bit_and_letter() =>
        (from delimiter in Gen.OneOf(',', ';', '\t', '|')
         from kinds in Gen.Bool.Array[1, 6]
         from rows in Gen.Select(Doubles.Array[kinds.Length], Texts.Array[kinds.Length], Gen.Bool.Array[kinds.Length]).Array[1, 20]
         from ending in Gen.OneOf("\n", "\r\n")
         select (delimiter, kinds, rows, ending)).Sample(drawn =>
        {
            var (delimiter, kinds, rows, ending) = drawn;
            string Cell(int row, int place) => rows[row].Item3[place] && kinds.Length > 1 ? "" : kinds[place]
                ? rows[row].Item1[place].ToString("R", CultureInfo.InvariantCulture)
                : $"\"{rows[row].Item2[place].Replace("\"", "\"\"")}\"";
            var text = new StringBuilder(string.Join(delimiter, kinds.Select((_, place) => $"name{place}")) + ending);
            for (int row = 0; row < rows.Length; row++)
                text.Append(string.Join(delimiter, kinds.Select((_, place) => Cell(row, place)))).Append(ending);
            string[] told = [.. kinds.Select((is_number, place) => (is_number, place)).Where(pair => !pair.is_number).Select(pair => $"name{pair.place}")];
            using var folder = new TemporaryFolder();

            using Table table = Tables.Open(folder.Write("t.csv", text.ToString()), new() { Reading = new(delimiter, Header: true, Texts: told) });

            Assert.AreEqual(rows.Length, table.Rows);
            var cells = new double[kinds.Length];
            for (int row = 0; row < rows.Length; row++)
            {
                table.Read(row, cells);
                for (int place = 0; place < kinds.Length; place++)
                    if (rows[row].Item3[place] && kinds.Length > 1)
                        Assert.AreEqual(double.NaN, cells[place]);
                    else if (kinds[place])
                        Assert.AreEqual(BitConverter.DoubleToInt64Bits(rows[row].Item1[place]), BitConverter.DoubleToInt64Bits(cells[place]));
                    else
                        Assert.AreEqual(rows[row].Item2[place], table.Columns[place].Texts[(int)cells[place]]);
            }
        }, iter: 300);
}
