using System.Text;
using Comparison.Tests.Ledger.Files;
using DataSets;

namespace Comparison.Tests.DataSets.Files;

/// <summary>Inputs and labels that NumPy saved.</summary>
[TestClass]
public sealed class NpzTableTests
{
    [TestMethod]
    [DataRow("<f4")]
    [DataRow(">f8")]
    [DataRow("|u1")]
    [DataRow("<i8")]
    public void Inputs_and_labels_of_any_dtype_are_columns(string dtype)
    {
        using Table table = Open(Small(dtype));

        Assert.AreEqual("X_0 | X_1 | y", table.Names());
        CollectionAssert.AreEqual(new double[] { 1, 2, 0, 3, 4, 1, 5, 6, 0 }, table.Cells());
        StringAssert.EndsWith(table.Place(1), ": row 2");
    }

    [TestMethod]
    public void Inputs_of_more_dimensions_stand_row_by_row_in_either_order()
    {
        // (2, 2, 3): in Fortran's order the first dimension runs fastest.
        double[] rows_first = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], first_fastest = [0, 6, 3, 9, 1, 7, 4, 10, 2, 8, 5, 11];
        foreach (bool fortran in new[] { false, true })
        {
            var npz = new Npz { ["X"] = Npz.Npy("<f4", "(2, 2, 3)", Npz.Bytes("<f4", fortran ? first_fastest : rows_first), fortran) };
            using Table table = Open(npz);

            Assert.HasCount(6, table.Columns);
            CollectionAssert.AreEqual(rows_first, table.Cells());
        }
    }

    [TestMethod]
    public void Labels_may_be_texts_or_a_column_and_arrays_may_have_other_names()
    {
        Npz npz = Small("<f4");
        npz["names"] = Npz.Npy("<U2", "(3,)", Utf32("no", "ye", "no"));
        npz["column"] = Npz.Numbers("<f8", "(3, 1)", 7, 8, 9);
        npz["other"] = Npz.Numbers("<f8", "(3, 1)", 1, 2, double.NaN);

        using Table texts = Open(npz, new() { LabelsArray = "names" }), column = Open(npz, new() { InputsArray = "other", LabelsArray = "column" });

        Assert.AreEqual("3 | 4 | \"ye\"", texts.Row(1));
        Assert.AreEqual("5 | 6 | \"no\"", texts.Row(2));
        Assert.AreEqual("2 | 8", column.Row(1));
        Assert.AreEqual("missing | 9", column.Row(2));
    }

    [TestMethod]
    public void What_does_not_fit_is_refused_with_the_array_and_the_remedy()
    {
        Refuses(Small("<f4"), new() { InputsArray = "data" }, "no array \"data\"; there are X, y");
        Refuses(Small("<f4"), new() { LabelsArray = "labels" }, "no array \"labels\"; there are X, y");
        Refuses(With("y", Npz.Numbers("<f4", "(2,)", 1, 2)), new(), "y: has shape (2,), where (3,) is needed");
        Refuses(With("y", Npz.Numbers("<f4", "(3, 2)", 1, 2, 3, 4, 5, 6)), new(), "y: has shape (3, 2)");
        Refuses(With("X", Npz.Numbers("<f4", "(3,)", 1, 2, 3)), new(), "X: has shape (3,), where (rows, columns)");
        Refuses(With("X", Npz.Numbers("<f4", "(0, 2)")), new(), "X: has shape (0, 2)");
        Refuses(With("X", Npz.Numbers("<f4", "(3, 2)", 1, 2, 3, double.PositiveInfinity, 5, 6)), new(), "X: row 2, column 2 is infinite");
        Refuses(With("X", Npz.Npy("<c8", "(3, 2)", new byte[48])), new(), "X: is complex64");
        Refuses(With("X", Npz.Npy("|O", "(3, 2)", new byte[48])), new(), "X: ", "Python objects");
        Refuses(With("X", Npz.Numbers("<f4", "(70000, 70000, 70000, 70000)", 1)), new(), "X: its shape (70000, 70000, 70000, 70000)");
        using var folder = new TemporaryFolder();
        Refusal.Of(() => Tables.Open(folder.Write("a.npz", "a,b\n1,2\n")), "a.npz: is no .npz file");
        Refusal.Of(() => Tables.Open(folder.Write("b.npz", "")), "b.npz: is empty");
        byte[] whole = Small("<f4").ToBytes();
        File.WriteAllBytes(folder.File("c.npz"), whole[..(whole.Length / 2)]);
        Refusal.Of(() => Tables.Open(folder.File("c.npz")), "c.npz: is cut short or damaged");
    }

    private static Npz Small(string dtype) => new() { ["X"] = Npz.Numbers(dtype, "(3, 2)", 1, 2, 3, 4, 5, 6), ["y"] = Npz.Numbers("<i8", "(3,)", 0, 1, 0) };

    private static Npz With(string name, byte[] array)
    {
        Npz npz = Small("<f4");
        npz[name] = array;
        return npz;
    }

    private static byte[] Utf32(params string[] texts) => [.. texts.SelectMany(Encoding.UTF32.GetBytes)];

    private static void Refuses(Npz npz, TableOptions options, params string[] words) => Refusal.Of(() => Open(npz, options), ["data.npz", .. words]);

    private static Table Open(Npz npz, TableOptions? options = null)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("data.npz"), npz.ToBytes());
        return Tables.Open(folder.File("data.npz"), options);
    }
}
