using Comparison.Problems;
using Ledger.Networks;

namespace Comparison.Campaigns;

/// <summary>
/// Random networks of the document's kind with their samples: everyday ones, and ones that are hard on arithmetic (a single input,
/// neuron or row; numbers so small that they are denormal, or so large that the output saturates; numbers that are exactly 0).
/// </summary>
public static class RandomProblem
{
    /// <summary>One network of a campaign: the same for the same seed and number, wherever and whenever it is drawn.</summary>
    /// <param name="seed">The campaign's seed.</param>
    /// <param name="number">The network's number in it.</param>
    public static Problem Of(int seed, int number)
    {
        var draws = new Draws(seed, number);
        var (inputs, hidden, rows, epochs) = draws.Below(8) switch
        {
            0 => (draws.Size(200), draws.Size(64), draws.Size(48), draws.Size(2)),
            1 or 2 => (draws.OneOr(8), draws.OneOr(8), draws.OneOr(8), draws.Size(5)),
            _ => (draws.Size(12), draws.Size(12), draws.Size(12), draws.Size(5)),
        };
        int batch = draws.Batch(rows);
        double of_inputs = draws.Magnitude(), of_weights = draws.Magnitude(), zeros = draws.OnceIn(5) ? 0.5 : 0;
        bool soft_labels = draws.OnceIn(4);
        return new()
        {
            Format = draws.Format,
            Inputs = draws.Array(of_inputs, zeros, rows, inputs),
            Labels = new([rows, 1], [.. Enumerable.Range(0, rows).Select(_ => soft_labels ? draws.Share() : draws.Below(2))]),
            Start = Network.Document(inputs, hidden).Parameters.ToDictionary(parameter => parameter.Name, parameter => draws.Array(of_weights, zeros, parameter.Shape(rows))),
            LearningRate = draws.Rate(),
            BatchSize = batch,
            Epochs = epochs,
        };
    }
}
