using System.Diagnostics;
using Comparison.Problems;
using Ledger.Judging;

namespace Comparison.Campaigns;

/// <summary>Compares many random networks, several at a time. What it finds depends on the seed alone, not on how many at a time.</summary>
public sealed class Campaign
{
    private readonly Func<Problem, ComparedNetwork> compare;
    private readonly Lock gate = new();
    private readonly Dictionary<Verdict, int> counts = Enum.GetValues<Verdict>().ToDictionary(verdict => verdict, _ => 0);
    private readonly List<UnexplainedNetwork> unexplained = [];
    private TimeSpan scratch, keras, judging;
    private long steps;

    private Campaign(Func<Problem, ComparedNetwork> compare) => this.compare = compare;

    /// <summary>Compares the networks 1, 2, … of a seed.</summary>
    /// <param name="seed">What the networks are drawn from.</param>
    /// <param name="networks">How many.</param>
    /// <param name="workers">How many at the same time.</param>
    /// <param name="compare">Compares one, on any thread.</param>
    /// <param name="on_network">Called after each, on any thread.</param>
    /// <param name="stop">Ends it after the networks at hand.</param>
    /// <exception cref="InvalidOperationException">Comparing a network threw; the message says which.</exception>
    public static CampaignResult Run(
        int seed, int networks, int workers, Func<Problem, ComparedNetwork> compare, Action? on_network = null, CancellationToken stop = default)
    {
        var campaign = new Campaign(compare);
        long begin = Stopwatch.GetTimestamp();
        int last = 0;
        Task[] running = [.. Enumerable.Range(0, workers).Select(_ => Task.Factory.StartNew(Work, TaskCreationOptions.LongRunning))];
        Task.WhenAll(running).GetAwaiter().GetResult();
        return new()
        {
            Seed = seed,
            Asked = networks,
            Workers = workers,
            Counts = campaign.counts,
            Unexplained = [.. campaign.unexplained.OrderBy(network => network.Number)],
            Steps = campaign.steps,
            Elapsed = Stopwatch.GetElapsedTime(begin),
            Scratch = campaign.scratch,
            Keras = campaign.keras,
            Judging = campaign.judging,
        };

        void Work()
        {
            for (int number; !stop.IsCancellationRequested && (number = Interlocked.Increment(ref last)) <= networks;)
            {
                campaign.Compare(number, RandomProblem.Of(seed, number));
                on_network?.Invoke();
            }
        }
    }

    private void Compare(int number, Problem problem)
    {
        ComparedNetwork compared;
        try
        {
            compared = compare(problem);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"comparing network {number} failed: {fault.GetType().Name}: {fault.Message}", fault);
        }
        lock (gate)
        {
            counts[compared.Judgement.Verdict]++;
            if (compared.Judgement.Verdict == Verdict.Unexplained)
                unexplained.Add(new(number, problem, compared.Judgement));
            steps += problem.Steps;
            scratch += compared.Scratch;
            keras += compared.Keras;
            judging += compared.Judging;
        }
    }
}
