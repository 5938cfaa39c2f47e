using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Comparison.Reports;
using DataSets;
using Ledger.Files;
using Ledger.Traces;

namespace Comparison.Training;

/// <summary>A training as it stood between two batches. Going on from it gives the same bits as if it had never stopped.</summary>
/// <param name="Plan">What is trained.</param>
/// <param name="Fingerprint">That of the table and the network (<see cref="TrainingData{T}.Fingerprint"/>).</param>
/// <param name="Course">How far it had come.</param>
/// <param name="Now">Each side's state.</param>
/// <param name="Best">Each side's parameters of the best epoch, where such are kept.</param>
public sealed record Checkpoint(
    TrainingPlan Plan, string Fingerprint, Course Course, IReadOnlyDictionary<string, SideState> Now, Dictionary<string, Dictionary<string, NumberArray>> Best)
{
    private const string PlanName = "plan", FingerprintName = "fingerprint", CourseName = "course", HashName = "sha256", NowName = "now", BestName = "best";

    /// <summary>Writes it as .npz, whole or not at all: the plan and the course as JSON, the arrays by side and name, and a hash of it all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public void Write(string file) => AtomicFile.Write(file, stream =>
    {
        using var npz = new NpzWriter(stream);
        SortedDictionary<string, string> texts = new(StringComparer.Ordinal) { [PlanName] = Plan.ToJson(), [FingerprintName] = Fingerprint, [CourseName] = Course.ToJson() };
        SortedDictionary<string, NumberArray> arrays = new(StringComparer.Ordinal);
        foreach (var (side, state) in Now)
            foreach (var (name, array) in state.Arrays)
                arrays[$"{NowName}/{side}/{name}"] = array;
        foreach (var (side, parameters) in Best)
            foreach (var (name, array) in parameters)
                arrays[$"{BestName}/{side}/{name}"] = array;
        foreach (var (name, text) in texts)
            npz.Texts(name, [], text);
        foreach (var (name, array) in arrays)
            npz.Floats(name, array, Plan.Format);
        npz.Texts(HashName, [], Hash(texts, arrays));
    });

    /// <summary>Reads one.</summary>
    /// <exception cref="InputException">It is not there, is no checkpoint, or is damaged.</exception>
    public static Checkpoint Read(string file)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            using var npz = new NpzArrays(file, stream);
            SortedDictionary<string, string> texts = new(StringComparer.Ordinal);
            SortedDictionary<string, NumberArray> arrays = new(StringComparer.Ordinal);
            foreach (string name in npz.Names)
                if (npz.IsText(name))
                    texts[name] = npz.Texts(name) is [string text] ? text : throw Bad(file);
                else
                    arrays[name] = npz.Numbers(name);
            if (!texts.Remove(HashName, out string? hash) || hash != Hash(texts, arrays))
                throw Bad(file);
            Course course = Course.FromJson(texts[CourseName]);
            return new(
                TrainingPlan.FromJson(texts[PlanName]), texts[FingerprintName], course,
                BySide(arrays, NowName).ToDictionary(side => side.Key, side => new SideState(course.Steps, side.Value)), BySide(arrays, BestName));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{file}: there is no such checkpoint; name the folder that train was given as --out.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file}: cannot be read ({error.Message.TrimEnd('.')}).");
        }
        catch (Exception error) when (error is TraceFileException or JsonException or KeyNotFoundException)
        {
            throw Bad(file);
        }
    }

    private static Dictionary<string, Dictionary<string, NumberArray>> BySide(IEnumerable<KeyValuePair<string, NumberArray>> arrays, string kind) =>
        arrays.Select(array => (Path: array.Key.Split('/'), array.Value)).Where(array => array.Path[0] == kind)
            .GroupBy(array => array.Path[1]).ToDictionary(side => side.Key, side => side.ToDictionary(array => array.Path[2], array => array.Value));

    private static string Hash(SortedDictionary<string, string> texts, SortedDictionary<string, NumberArray> arrays)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, text) in texts)
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{text}\n"));
        foreach (var (name, array) in arrays)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{NumberArray.Describe(array.Shape)}\n"));
            hash.AppendData(MemoryMarshal.AsBytes<double>(array.Values));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static InputException Bad(string file) => new($"{file}: is no checkpoint, is cut short or was changed; copy it again, or train from the start.");
}
