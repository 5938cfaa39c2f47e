using System.IO.Compression;
using DataSets;

namespace Comparison.Tests.DataSets.Files;

/// <summary>Images and labels in MNIST's form.</summary>
[TestClass]
public sealed class IdxTableTests
{
    // Two images of one row and three points, and their labels.
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 0, 128, 255, 1, 2, 3];

    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 2, 7, 4];

    [TestMethod]
    [DataRow("train-images-idx3-ubyte", "train-labels-idx1-ubyte")]
    [DataRow("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz")]
    [DataRow("images.idx3", "labels.idx1")]
    public void Images_find_their_labels_by_name(string images, string labels)
    {
        using var folder = new TemporaryFolder();
        Write(folder.File(images), Images);
        Write(folder.File(labels), Labels);

        using Table table = Tables.Open(folder.File(images));

        Assert.AreEqual("pixel_0_0 | pixel_0_1 | pixel_0_2 | label", table.Names());
        CollectionAssert.AreEqual(new double[] { 0, 128, 255, 7, 1, 2, 3, 4 }, table.Cells());
        StringAssert.EndsWith(table.Place(1), ": image 2");
    }

    [TestMethod]
    public void Images_without_labels_are_a_table_and_labels_may_be_told()
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("a-ubyte"), Images);
        Write(folder.File("b-ubyte"), Labels);

        using Table without = Tables.Open(folder.File("a-ubyte")), with = Tables.Open(folder.File("a-ubyte"), new() { LabelsFile = folder.File("b-ubyte") });

        Assert.HasCount(3, without.Columns);
        Assert.AreEqual("1 | 2 | 3 | 4", with.Row(1));
        Refusal.Of(() => Tables.Open(folder.File("a-ubyte"), new() { LabelsFile = folder.File("c-ubyte") }), "c-ubyte: there is no such file");
    }

    [TestMethod]
    public void Images_cut_short_or_changed_are_refused()
    {
        for (int length = 0; length < Images.Length; length++)
            Refuses(Images[..length], Labels, length == 0 ? "is empty" : "is cut short");
        Refuses([.. Images, 0], Labels, "is longer than its header says");
        Refuses(Labels, Labels, "starts with 00000801, where IDX images of bytes start with 00000803");
        Refuses([.. "a,b\n1,2\n"u8], Labels, "starts with 612c620a");
        Refuses([0, 0, 13, 3, .. Images[4..]], Labels, "starts with 00000d03");
        Refuses([0, 0, 8, 3, 0x7F, 255, 255, 255, 0x7F, 255, 255, 255, 0x7F, 255, 255, 255, 1], Labels, "claims 2147483647 × 2147483647 × 2147483647 numbers");
        Refuses([0, 0, 8, 3, 255, 255, 255, 255, .. Images[8..]], Labels, "claims -1 × 1 × 3 numbers");
    }

    [TestMethod]
    public void Labels_of_another_length_or_kind_are_refused()
    {
        Refuses(Images, [0, 0, 8, 1, 0, 0, 0, 1, 7], "x-labels-idx1-ubyte: has 1 labels", "has 2 images");
        Refuses(Images, Images, "starts with 00000803, where IDX labels of bytes start with 00000801");
        Refuses(Images, Labels[..^1], "x-labels-idx1-ubyte: is cut short: it has 1 numbers, and its header says 2");
    }

    private static void Refuses(byte[] images, byte[] labels, params string[] words)
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("x-images-idx3-ubyte"), images);
        Write(folder.File("x-labels-idx1-ubyte"), labels);
        Refusal.Of(() => Tables.Open(folder.File("x-images-idx3-ubyte")), words);
    }

    private static void Write(string file, byte[] bytes)
    {
        using Stream stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.Create(file), CompressionMode.Compress) : File.Create(file);
        stream.Write(bytes);
    }
}
