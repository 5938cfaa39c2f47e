namespace Comparison.Training;

/// <summary>What an epoch came to on one side.</summary>
/// <param name="Loss">The mean over the training rows, each batch's taken before its update.</param>
/// <param name="HeldOutLoss">The mean over the held-out rows after the epoch; null where there are none.</param>
/// <param name="HeldOutScore">The accuracy on them or, of a number, the mean absolute error.</param>
public sealed record EpochNumbers(double Loss, double? HeldOutLoss = null, double? HeldOutScore = null);
