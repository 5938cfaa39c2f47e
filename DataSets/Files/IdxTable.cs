using System.Buffers.Binary;

namespace DataSets.Files;

/// <summary>
/// Images and labels in MNIST's IDX form (LeCun, Cortes and Burges): two bytes 0, the type of the numbers (8: bytes), the count of
/// dimensions, each length as four bytes with the highest first, then the numbers.
/// </summary>
internal static class IdxTable
{
    private const string LabelColumn = "label";

    public static Table Open(string path, TableOptions options)
    {
        var (shape, pixels) = Read(path, "images", 3);
        int rows = shape[0], columns = shape[1] * shape[2];
        string labels_file = options.LabelsFile ?? LabelsBeside(path);
        double[]? labels = null;
        if (options.LabelsFile is not null || labels_file != path && File.Exists(labels_file))
        {
            SourceFile.Check(labels_file);
            byte[] read = Read(labels_file, "labels", 1).Bytes;
            if (read.Length != rows)
                throw new InputException($"{labels_file}: has {read.Length} labels, and {path} has {rows} images; name the two files that belong together.");
            labels = Array.ConvertAll(read, label => (double)label);
        }
        var names = from row in Enumerable.Range(0, shape[1]) from column in Enumerable.Range(0, shape[2]) select $"pixel_{row}_{column}";
        return new(path, [.. names.Concat(labels is null ? [] : [LabelColumn]).Select(Column.OfNumbers)], new ArrayRows<byte>(pixels, columns, labels, "image"));
    }

    // train-images-idx3-ubyte and train-labels-idx1-ubyte.
    private static string LabelsBeside(string path) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileName(path).Replace("images", "labels", StringComparison.Ordinal).Replace("idx3", "idx1", StringComparison.Ordinal));

    private static (int[] Shape, byte[] Bytes) Read(string path, string what, int dimensions) => SourceFile.Use(path, stream =>
    {
        var start = new byte[4 + 4 * dimensions];
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (length == 0)
            throw new InputException($"{path}: is empty; copy it again.");
        if (length >= 4 && !start.AsSpan(0, 4).SequenceEqual(new byte[] { 0, 0, 8, (byte)dimensions }))
            throw new InputException($"{path}: starts with {Convert.ToHexStringLower(start, 0, 4)}, where IDX {what} of bytes start with 000008{dimensions:x2}; name a file of {what}.");
        int[] shape = length < start.Length ? [] : [.. Enumerable.Range(1, dimensions).Select(i => BinaryPrimitives.ReadInt32BigEndian(start.AsSpan(4 * i)))];
        if (length == start.Length && (shape.Any(each => each < 1) || shape.Aggregate((Int128)1, (product, each) => product * each) > Array.MaxLength))
            throw new InputException($"{path}: claims {string.Join(" × ", shape)} numbers, which no such file has; copy it again.");
        // Only what is there is kept, so that a claim alone takes no memory.
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        int expected = shape.Aggregate(1, (product, each) => product * each);
        if (length < start.Length || bytes.Length != expected)
            throw new InputException($"{path}: {(length < start.Length || bytes.Length < expected ? "is cut short" : "is longer than its header says")}: "
                + $"it has {bytes.Length} numbers{(shape.Length > 0 ? $", and its header says {string.Join(" × ", shape)}" : "")}; copy it again.");
        return (shape, bytes.ToArray());
    });
}
