using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using BenchmarkDotNet.Environments;
using Benchmarks.Sides;

namespace Benchmarks.Processor;

/// <summary>What the numbers were measured on.</summary>
/// <param name="ProcessorName">As the system names it.</param>
/// <param name="InstructionSet">The widest vectors that .NET uses here.</param>
/// <param name="Cores">Logical cores that this process may use.</param>
/// <param name="System">Operating system and architecture.</param>
/// <param name="Runtime">Version of .NET.</param>
/// <param name="Compiler">Version of gcc; null where there is none.</param>
internal sealed record Machine(string ProcessorName, string InstructionSet, int Cores, string System, string Runtime, string? Compiler)
{
    public static Machine Here() => new(
        HostEnvironmentInfo.GetCurrent().Cpu.Value?.ProcessorName ?? "unknown processor",
        Vectors(),
        Environment.ProcessorCount,
        $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}",
        RuntimeInformation.FrameworkDescription,
        Gcc.Version);

    private static string Vectors() =>
        Vector512.IsHardwareAccelerated ? "AVX-512"
        : Avx2.IsSupported ? Fma.IsSupported ? "AVX2 with FMA" : "AVX2"
        : AdvSimd.IsSupported ? "NEON"
        : Vector128.IsHardwareAccelerated ? "128-bit vectors" : "no vectors";
}
