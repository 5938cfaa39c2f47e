using System.Numerics;
using System.Runtime.Intrinsics;

namespace Comparison.Tests.Scratch.Dense;

/// <summary>The same source on processors with less: a process of its own in which .NET is told to leave instructions unused.</summary>
[TestClass]
public sealed class InstructionSetTests
{
    private const string AVX512 = "DOTNET_EnableAVX512", AVX2 = "DOTNET_EnableAVX2", Any = "DOTNET_EnableHWIntrinsic";

    [TestMethod]
    [DataRow(AVX512)]
    [DataRow(AVX2)]
    [DataRow(Any)]
    public void The_numbers_are_right_without(string instructions)
    {
        string[] tests =
        [
            $"{nameof(InstructionSetTests)}.{nameof(What_is_turned_off_is_not_used)}", nameof(ReferenceTests), nameof(FiniteDifferenceTests), nameof(PredictionTests), nameof(Recorded),
            $"{nameof(DeterminismTests)}.{nameof(DeterminismTests.Every_way_to_train_random_networks_ends_in_the_same_bits)}",
            $"{nameof(DeterminismTests)}.{nameof(DeterminismTests.Every_way_to_train_networks_of_one_hidden_layer_row_by_row_ends_in_the_same_bits)}",
        ];

        BuiltProgram run = BuiltProgram.RunWith(
            new Dictionary<string, string> { [instructions] = "0" }, "Comparison.Tests", "--filter", string.Join('|', tests.Select(test => $"FullyQualifiedName~Scratch.Dense.{test}")));

        Assert.AreEqual(0, run.ExitCode, run.Output);
    }

    [TestMethod]
    public void What_is_turned_off_is_not_used()
    {
        Assert.IsFalse(IsOff(AVX512) && Vector512.IsHardwareAccelerated, AVX512);
        Assert.IsFalse(IsOff(AVX2) && Vector<byte>.Count > 16, AVX2);
        Assert.IsFalse(IsOff(Any) && Vector128.IsHardwareAccelerated, Any);
    }

    private static bool IsOff(string instructions) => Environment.GetEnvironmentVariable(instructions) == "0";
}
