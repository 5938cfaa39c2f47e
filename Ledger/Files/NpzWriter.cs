using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Ledger.Arithmetic;
using Ledger.Traces;

namespace Ledger.Files;

/// <summary>Writes traces as NumPy's .npz: little-endian, rows first, deflated. The same trace gives the same bytes.</summary>
internal sealed class NpzWriter
{
    // The date that NumPy gives the members, the first that a zip can.
    private static readonly DateTimeOffset Date = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive archive;
    private readonly int itemSize;
    private readonly byte[] buffer = new byte[1 << 16];

    private NpzWriter(ZipArchive archive, FloatFormat format)
    {
        this.archive = archive;
        itemSize = format == FloatFormat.Float32 ? 4 : 8;
    }

    /// <summary>Writes a trace.</summary>
    public static void Write(Stream file, Trace trace)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        new NpzWriter(archive, trace.Format).Write(trace);
    }

    private void Write(Trace trace)
    {
        Texts("side", [], [trace.Side]);
        Texts("loss_formula", [], [LossFormulas.Name(trace)]);
        if (!trace.Network.IsDocuments)
            Texts(NetworkText.Member, [], [NetworkJson(trace)]);
        Floats("learning_rate", new([], [trace.LearningRate]));
        Integers("batch_size", [], [trace.BatchSize]);
        Floats("inputs", trace.Inputs);
        Floats("labels", trace.Labels);
        foreach (var (name, array) in trace.Start)
            Floats($"start/{name}", array);
        Texts("not_computed", [trace.NotComputed.Count], [.. trace.NotComputed.Keys]);
        Texts("not_computed_reasons", [trace.NotComputed.Count], [.. trace.NotComputed.Values]);
        for (int step = 1; step <= trace.Steps.Count; step++)
        {
            TraceStep recorded = trace.Steps[step - 1];
            Integers($"{step}/{TraceAssembly.Rows}", [recorded.Rows.Count], recorded.Rows);
            foreach (var (name, array) in recorded.Recorded)
                Floats($"{step}/{name}", array);
        }
    }

    private static string NetworkJson(Trace trace)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
            NetworkText.Write(json, trace.Network, trace.LearningRate);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private void Floats(string name, NumberArray array)
    {
        using Stream member = Open(name, new('f', itemSize, false, false, array.Shape));
        for (int at = 0, count; at < array.Values.Length; at += count)
        {
            count = Math.Min(buffer.Length / itemSize, array.Values.Length - at);
            for (int i = 0; i < count; i++)
                Float(array.Values[at + i], buffer.AsSpan(i * itemSize));
            member.Write(buffer, 0, count * itemSize);
        }
    }

    private void Float(double value, Span<byte> bytes)
    {
        if (itemSize == 4)
            BinaryPrimitives.WriteSingleLittleEndian(bytes, (float)value);
        else
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
    }

    private void Integers(string name, int[] shape, IReadOnlyList<int> values)
    {
        using Stream member = Open(name, new('i', 8, false, false, shape));
        foreach (int value in values)
        {
            BinaryPrimitives.WriteInt64LittleEndian(buffer, value);
            member.Write(buffer, 0, 8);
        }
    }

    private void Texts(string name, int[] shape, string[] texts)
    {
        byte[][] encoded = Array.ConvertAll(texts, Encoding.UTF32.GetBytes);
        int size = encoded.Select(text => text.Length).Append(4).Max();
        using Stream member = Open(name, new('U', size, false, false, shape));
        foreach (byte[] text in encoded)
        {
            member.Write(text);
            member.Write(new byte[size - text.Length]);
        }
    }

    private Stream Open(string name, NpyHeader header)
    {
        ZipArchiveEntry entry = archive.CreateEntry($"{name}.npy");
        entry.LastWriteTime = Date;
        Stream member = entry.Open();
        member.Write(header.ToBytes());
        return member;
    }
}
