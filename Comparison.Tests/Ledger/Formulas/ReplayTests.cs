using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Comparison.Problems;
using Comparison.Sides;
using Ledger.Arithmetic;
using Ledger.Formulas;

namespace Comparison.Tests.Ledger.Formulas;

/// <summary>The formulas, carried out exactly, against the document's network in 60-digit arithmetic.</summary>
[TestClass]
public sealed class ReplayTests
{
    private static readonly string[] Parameters = ["hidden_weights", "hidden_bias", "output_weights", "output_bias"];

    public static IEnumerable<object[]> Cases => Recordings.Cases("document_exact.json")
        .Where(item => item.Text("start") != "decimal" && item.Number("steps") <= 5)
        .Select(item => new object[] { item.Text("start"), item.Number("y_true"), (int)item.Number("steps"), item });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void The_formulas_carried_out_exactly_give_the_exact_numbers_and_Scratch_stays_within_their_budget(
        string dtype, double label, int steps, JsonElement recorded)
    {
        Problem problem = ProblemSource.Document(new(ProblemSource.Dtype(dtype), label, steps));
        SideRun scratch = ScratchSide.Train(problem);
        var replay = new Replay(scratch.Trace);

        foreach (string parameter in Parameters)
            Check(Decimals(recorded.GetProperty(parameter)), replay[parameter, steps], scratch.Final(parameter).Values, parameter);
        for (int step = 1; step <= steps; step++)
            Check([recorded.GetProperty("losses")[step - 1].GetString()!], replay["loss", step], [scratch.Losses[step - 1]], $"loss of step {step}");
    }

    private static void Check(string[] exact, Estimates replayed, double[] scratch, string name)
    {
        for (int i = 0; i < exact.Length; i++)
        {
            Bounded estimate = replayed.Values[i];
            DoubleDouble exactly = Parse(exact[i]);
            Assert.IsTrue(Math.Abs((estimate.Value - exactly).High) <= 1e-26, $"{name}[{i}]: {estimate.Value} is not {exact[i]}");
            Assert.IsTrue(Math.Abs((scratch[i] - exactly).High) <= estimate.Hard, $"{name}[{i}]: Scratch's {scratch[i]:R} is off by more than {estimate.Hard}");
        }
    }

    private static string[] Decimals(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().SelectMany(Decimals)] : [value.GetString()!];

    // Thirty of the forty recorded digits, as a fraction of whole numbers.
    private static DoubleDouble Parse(string text)
    {
        int point = text.IndexOf('.');
        string digits = (text[..point] + text[(point + 1)..])[..(point + 30)];
        BigInteger whole = BigInteger.Parse(digits, CultureInfo.InvariantCulture), scale = BigInteger.Pow(10, digits.Length - point);
        double high = double.Parse(text, CultureInfo.InvariantCulture);
        long bits = BitConverter.DoubleToInt64Bits(high);
        // high = m / 2^k exactly, so what is left over is (whole · 2^k - m · scale) / (scale · 2^k).
        int k = 1075 - (int)((bits >> 52) & 0x7FF);
        BigInteger m = ((bits & 0xFFFFFFFFFFFFF) | 1L << 52) * Math.Sign(high);
        BigInteger left = (whole << k) - m * scale;
        return DoubleDouble.SumOf(high, Math.ScaleB((double)left / (double)scale, -k));
    }
}
