using System.Diagnostics;
using Comparison.Problems;
using Ledger.Judging;

namespace Comparison.Campaigns;

/// <summary>Compares many random networks, several at a time. What it finds depends on the seed alone, not on how many at a time.</summary>
public sealed class Campaign
{
    private readonly Func<Problem, ComparedNetwork> compare;
    private readonly Lock gate = new();
    private readonly Dictionary<Verdict, int> counts = NoCounts();
    private readonly Dictionary<string, Dictionary<Verdict, int>> counts_by_part = [];
    private readonly List<UnexplainedNetwork> unexplained = [];
    private TimeSpan scratch, keras, judging;
    private long steps;

    private readonly bool is_deep;

    private Campaign(Func<Problem, ComparedNetwork> compare, bool is_deep) => (this.compare, this.is_deep) = (compare, is_deep);

    /// <summary>Compares the networks 1, 2, … of a seed.</summary>
    /// <param name="seed">What the networks are drawn from.</param>
    /// <param name="networks">How many.</param>
    /// <param name="workers">How many at the same time.</param>
    /// <param name="compare">Compares one, on any thread.</param>
    /// <param name="is_deep">Whether they are networks of any depth, and not of the document's kind.</param>
    /// <param name="on_network">Called after each, on any thread.</param>
    /// <param name="stop">Ends it after the networks at hand.</param>
    /// <exception cref="InvalidOperationException">Comparing a network threw; the message says which.</exception>
    public static CampaignResult Run(
        int seed, int networks, int workers, Func<Problem, ComparedNetwork> compare, bool is_deep = false, Action? on_network = null, CancellationToken stop = default)
    {
        var campaign = new Campaign(compare, is_deep);
        long begin = Stopwatch.GetTimestamp();
        int last = 0;
        Task[] running = [.. Enumerable.Range(0, workers).Select(_ => Task.Factory.StartNew(Work, TaskCreationOptions.LongRunning))];
        Task.WhenAll(running).GetAwaiter().GetResult();
        return new()
        {
            Seed = seed,
            IsDeep = is_deep,
            Asked = networks,
            Workers = workers,
            Counts = campaign.counts,
            CountsByPart = campaign.counts_by_part.OrderBy(part => part.Key, StringComparer.Ordinal).ToDictionary(part => part.Key, part => (IReadOnlyDictionary<Verdict, int>)part.Value),
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
                campaign.Compare(number, is_deep ? RandomDeepProblem.Of(seed, number) : RandomProblem.Of(seed, number));
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
            foreach (string part in is_deep ? NetworkParts.Of(problem.Network) : [])
            {
                if (!counts_by_part.TryGetValue(part, out Dictionary<Verdict, int>? counts_of_part))
                    counts_by_part[part] = counts_of_part = NoCounts();
                counts_of_part[compared.Judgement.Verdict]++;
            }
            if (compared.Judgement.Verdict == Verdict.Unexplained)
                unexplained.Add(new(number, problem, compared.Judgement));
            steps += problem.Steps;
            scratch += compared.Scratch;
            keras += compared.Keras;
            judging += compared.Judging;
        }
    }

    private static Dictionary<Verdict, int> NoCounts() => Enum.GetValues<Verdict>().ToDictionary(verdict => verdict, _ => 0);
}
