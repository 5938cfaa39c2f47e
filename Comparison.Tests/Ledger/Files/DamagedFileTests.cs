using CsCheck;
using Ledger.Arithmetic;
using Ledger.Files;
using Ledger.Traces;

namespace Comparison.Tests.Ledger.Files;

/// <summary>Files that were cut short or changed on their way are traces or are refused, and nothing else happens.</summary>
[TestClass]
public sealed class DamagedFileTests
{
    [TestMethod]
    [DataRow("trace.npz")]
    [DataRow("trace.json")]
    public void A_file_cut_short_at_any_length_is_refused(string name)
    {
        byte[] whole = Written(name);
        // Every length near either end, and some in between.
        foreach (int length in Enumerable.Range(0, whole.Length).Where(length => length < 200 || whole.Length - length < 200 || length % 97 == 0))
            Assert.IsNotNull(Refusal(name, whole[..length]), $"{length} of {whole.Length} bytes were read as a trace");
    }

    [TestMethod]
    [DataRow("trace.npz")]
    [DataRow("trace.json")]
    public void A_file_with_changed_bytes_gives_a_trace_or_is_refused_in_one_line(string name)
    {
        byte[] whole = Written(name);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 4].Sample(
            changes =>
            {
                byte[] changed = [.. whole];
                foreach (var (at, value) in changes)
                    changed[at] = value;
                string? refusal = Refusal(name, changed);
                Assert.IsFalse(refusal?.Any(char.IsControl) ?? false, refusal);
            },
            iter: 2_000, threads: 1);
    }

    [TestMethod]
    public void Headers_and_a_directory_with_changed_bytes_give_a_trace_or_are_refused_in_one_line()
    {
        byte[] whole = Written("trace.npz");
        // Stored members put every header and every number in the open; the directory is the last part of the file.
        var stored = new Npz { Compression = System.IO.Compression.CompressionLevel.NoCompression };
        Npz written = Npz.Of(Traces.Small(FloatFormat.Float32));
        foreach (string name in written.Names)
            stored.Add(name, written[name]!);
        byte[] open = stored.ToBytes();
        int directory = whole.AsSpan().IndexOf("PK\u0001\u0002"u8);
        Gen.Select(Gen.Int[directory, whole.Length - 1], Gen.Byte).Sample((at, value) => { Refusal("trace.npz", Changed(whole, at, value)); }, iter: 1_000, threads: 1);
        Gen.Select(Gen.Int[0, open.Length - 1], Gen.Byte).Sample((at, value) => { Refusal("trace.npz", Changed(open, at, value)); }, iter: 1_000, threads: 1);
    }

    [TestMethod]
    public void An_array_whose_header_was_changed_and_whose_checksum_is_right_gives_a_trace_or_is_refused()
    {
        Npz npz = Npz.Of(Traces.Small(FloatFormat.Float32));
        Gen.Select(Gen.Int[0, npz.Names.Count - 1], Gen.Int[0, 127], Gen.Char[' ', '~']).Sample(
            (member, at, letter) =>
            {
                string name = npz.Names[member];
                byte[] right = npz[name]!;
                var changed = new Npz();
                foreach (string other in npz.Names)
                    changed.Add(other, other == name ? Changed(right, at, (byte)letter) : npz[other]!);
                Refusal("trace.npz", changed.ToBytes());
            },
            iter: 1_000, threads: 1);
    }

    private static byte[] Changed(byte[] bytes, int at, byte value)
    {
        byte[] changed = [.. bytes];
        changed[at] = value;
        return changed;
    }

    private static byte[] Written(string name)
    {
        using var folder = new TemporaryFolder();
        TraceFile.Write(folder.File(name), Traces.Small(FloatFormat.Float32));
        return File.ReadAllBytes(folder.File(name));
    }

    // What a file is refused with; null if it is a trace. Any other exception goes on to the test.
    private static string? Refusal(string name, byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File(name), bytes);
        try
        {
            Trace trace = TraceFile.Read(folder.File(name));
            Assert.IsNotNull(trace);
            return null;
        }
        catch (TraceFileException error)
        {
            return error.Message;
        }
    }
}
