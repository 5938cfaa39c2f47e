namespace Benchmarks.Agreement;

/// <summary>Two sides do not do the same training, so that their times cannot be compared.</summary>
internal sealed class DisagreementException(string message) : Exception(message);
