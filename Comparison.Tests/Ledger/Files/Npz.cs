using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Ledger.Files;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Files;

/// <summary>An .npz put together by hand, so that it can be right or wrong in any way.</summary>
internal sealed class Npz
{
    private readonly List<(string Name, byte[] Bytes)> members = [];

    /// <summary>A member's bytes, header and all; null takes it out.</summary>
    public byte[]? this[string name]
    {
        get => members.Single(member => member.Name == name).Bytes;
        set
        {
            members.RemoveAll(member => member.Name == name);
            if (value is not null)
                members.Add((name, value));
        }
    }

    /// <summary>The names of all members.</summary>
    public IReadOnlyList<string> Names => [.. members.Select(member => member.Name)];

    /// <summary>How the members are stored.</summary>
    public CompressionLevel Compression { get; init; } = CompressionLevel.Fastest;

    /// <summary>The members that a trace is written as.</summary>
    public static Npz Of(Trace trace)
    {
        using var folder = new TemporaryFolder();
        TraceFile.Write(folder.File("trace.npz"), trace);
        using ZipArchive archive = ZipFile.OpenRead(folder.File("trace.npz"));
        var npz = new Npz();
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using var bytes = new MemoryStream();
            using (Stream stream = entry.Open())
                stream.CopyTo(bytes);
            npz.members.Add((entry.FullName[..^".npy".Length], bytes.ToArray()));
        }
        return npz;
    }

    /// <summary>An array in NumPy's form.</summary>
    /// <param name="descr">The dtype, as "&lt;f4".</param>
    /// <param name="shape">The shape, as "(3, 4)".</param>
    /// <param name="data">The elements' bytes.</param>
    /// <param name="fortran">Whether they stand column by column.</param>
    /// <param name="version">The version of the form.</param>
    public static byte[] Npy(string descr, string shape, byte[] data, bool fortran = false, byte version = 1)
    {
        byte[] header = Encoding.ASCII.GetBytes($"{{'descr': '{descr}', 'fortran_order': {(fortran ? "True" : "False")}, 'shape': {shape}, }}\n");
        byte[] length = new byte[version == 1 ? 2 : 4];
        length[0] = checked((byte)header.Length);
        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. header, .. data];
    }

    /// <summary>Numbers as the bytes of a dtype.</summary>
    public static byte[] Bytes(string descr, params IEnumerable<double> values)
    {
        byte[] Little(double value) => descr[1..] switch
        {
            "f4" => BitConverter.GetBytes((float)value),
            "f8" => BitConverter.GetBytes(value),
            "i1" => [(byte)(sbyte)value],
            "u1" or "b1" => [(byte)value],
            "i2" => BitConverter.GetBytes((short)value),
            "u2" => BitConverter.GetBytes((ushort)value),
            "i4" => BitConverter.GetBytes((int)value),
            "u4" => BitConverter.GetBytes((uint)value),
            "i8" => BitConverter.GetBytes((long)value),
            "u8" => BitConverter.GetBytes((ulong)value),
            _ => throw new NotSupportedException(descr),
        };
        return [.. values.SelectMany(value => descr[0] == '>' ? Little(value).Reverse() : Little(value))];
    }

    /// <summary>An array of numbers.</summary>
    public static byte[] Numbers(string descr, string shape, params IEnumerable<double> values) => Npy(descr, shape, Bytes(descr, values));

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, member) in members)
            {
                using Stream stream = archive.CreateEntry($"{name}.npy", Compression).Open();
                stream.Write(member);
            }
        return bytes.ToArray();
    }

    /// <summary>Adds a member though there may be one of its name.</summary>
    public void Add(string name, byte[] bytes) => members.Add((name, bytes));

    /// <summary>What is read from the file.</summary>
    public Trace Read() => Read(ToBytes());

    /// <summary>What is read from a file called trace.npz with some bytes.</summary>
    public static Trace Read(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("trace.npz"), bytes);
        return TraceFile.Read(folder.File("trace.npz"));
    }

    /// <summary>Changes the size that the zip's directory claims for a member.</summary>
    public static byte[] ClaimSize(byte[] zip, string name, uint size)
    {
        byte[] claimed = [.. zip], own_name = Encoding.ASCII.GetBytes($"{name}.npy");
        // The last place that names the member is its entry in the directory: the name stands at 46 there, the size at 24.
        int entry = claimed.AsSpan().LastIndexOf(own_name) - 46;
        BinaryPrimitives.WriteUInt32LittleEndian(claimed.AsSpan(entry + 24), size);
        return claimed;
    }
}
