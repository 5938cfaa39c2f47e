using Ledger.Traces;

namespace Comparison.Tests.Ledger;

/// <summary>An honest training of a dense network.</summary>
/// <param name="Trace">What it recorded.</param>
/// <param name="Forms">By which form of its formula each quantity was evaluated, counted from 0.</param>
internal sealed record HonestNetworkTraining(Trace Trace, IReadOnlyDictionary<string, int> Forms);
