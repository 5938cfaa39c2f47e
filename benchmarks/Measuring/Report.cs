using Benchmarks.Processor;

namespace Benchmarks.Measuring;

/// <summary>What a command measured.</summary>
/// <param name="Command">The command.</param>
/// <param name="Machine">What it ran on.</param>
/// <param name="Peak">What one core could do when the command began.</param>
/// <param name="Cases">Its cases.</param>
internal sealed record Report(string Command, Machine Machine, PeakResult Peak, IReadOnlyList<CaseResult> Cases);
