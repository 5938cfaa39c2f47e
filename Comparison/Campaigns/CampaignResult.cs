using Ledger.Judging;

namespace Comparison.Campaigns;

/// <summary>What a campaign found.</summary>
public sealed record CampaignResult
{
    /// <summary>What its networks were drawn from.</summary>
    public required int Seed { get; init; }

    /// <summary>Whether they are networks of any depth, and not of the document's kind.</summary>
    public required bool IsDeep { get; init; }

    /// <summary>How many networks were asked for.</summary>
    public required int Asked { get; init; }

    /// <summary>How many networks were compared at the same time.</summary>
    public required int Workers { get; init; }

    /// <summary>How many networks got each verdict.</summary>
    public required IReadOnlyDictionary<Verdict, int> Counts { get; init; }

    /// <summary>The same of the networks with a depth, an activation, a loss or an optimizer, in words; empty unless they are of any depth.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<Verdict, int>> CountsByPart { get; init; }

    /// <summary>The unexplained networks, by number.</summary>
    public required IReadOnlyList<UnexplainedNetwork> Unexplained { get; init; }

    /// <summary>Steps that each side took in all networks together.</summary>
    public required long Steps { get; init; }

    /// <summary>From the first network's begin to the last one's end.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Time in Scratch's training, summed over the workers.</summary>
    public required TimeSpan Scratch { get; init; }

    /// <summary>Time in the framework's traced training, summed over the workers.</summary>
    public required TimeSpan Keras { get; init; }

    /// <summary>Time in judging, summed over the workers.</summary>
    public required TimeSpan Judging { get; init; }

    /// <summary>How many networks were compared; fewer than <see cref="Asked"/> if it was stopped.</summary>
    public int Compared => Counts.Values.Sum();

    /// <summary>How many networks agree.</summary>
    public int Agreeing => AgreeingIn(Counts);

    /// <summary>The speed.</summary>
    public double NetworksASecond => Compared / Elapsed.TotalSeconds;

    /// <summary>How many networks agree of those counted.</summary>
    public static int AgreeingIn(IReadOnlyDictionary<Verdict, int> counts) =>
        counts[Verdict.Identical] + counts[Verdict.Rounding] + counts[Verdict.Suspicious];
}
