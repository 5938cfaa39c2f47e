using Comparison.Problems;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Campaigns;

/// <summary>Problems that differ from one by a smaller or simpler network.</summary>
internal static class SmallerNetworks
{
    /// <summary>Those with fewer inputs, with fewer units in a layer, without a hidden layer, or with a simpler activation or optimizer; the boldest of a sort first.</summary>
    /// <remarks>A network of the document's kind stays one.</remarks>
    public static IEnumerable<Problem> Of(Problem problem)
    {
        Trained[] layers = [.. problem.Network.Layers.Zip(problem.Network.Names, (layer, names) => new Trained(layer.Activation, problem.Start[names.Weights], problem.Start[names.Bias]))];
        foreach (int[] inputs in Parts(problem.Inputs.Columns))
            yield return With(problem with { Inputs = TakeColumns(problem.Inputs, inputs) }, [layers[0].OfInputs(inputs), .. layers[1..]]);
        for (int i = 0; i < layers.Length - 1; i++)
            foreach (int[] units in Parts(layers[i].Units))
                yield return With(problem, [.. layers[..i], layers[i].OfUnits(units), layers[i + 1].OfInputs(units), .. layers[(i + 2)..]]);
        if (problem.Network.IsDocuments)
            yield break;
        foreach (int[] units in Parts(layers[^1].Units))
            if (LabelsOf(problem, units) is { } labels)
                yield return With(problem with { Labels = labels }, [.. layers[..^1], layers[^1].OfUnits(units)]);
        for (int i = 0; i < layers.Length - 1; i++)
        {
            // The layer behind takes what the one that is left out took, or what is left out gives what the one behind gave.
            if (layers[i].Inputs <= layers[i].Units)
                yield return With(problem, [.. layers[..i], layers[i + 1].OfInputs(First(layers[i].Inputs)), .. layers[(i + 2)..]]);
            else if (layers[i + 1].Units <= layers[i].Units)
                yield return With(problem, [.. layers[..i], layers[i].OfUnits(First(layers[i + 1].Units)) with { Activation = layers[i + 1].Activation }, .. layers[(i + 2)..]]);
        }
        for (int i = 0; i < layers.Length; i++)
            if (i < layers.Length - 1 || problem.Network.Loss == LossFunction.MeanSquaredError)
                yield return With(problem, [.. layers[..i], layers[i] with { Activation = Activation.Linear }, .. layers[(i + 1)..]]);
        yield return With(problem, layers, new GradientDescent());
    }

    /// <summary>How much there is of a network: its inputs, units and layers, and what of it is not the simplest there is.</summary>
    public static int Size(Network network) =>
        network.Inputs + network.Layers.Sum(layer => layer.Units) + network.Layers.Count
        + network.Layers.Count(layer => layer.Activation != Activation.Linear) + network.Optimizer.State.Count;

    /// <summary>Parts of a number of things, by their indices: the first half, the second, and all but one.</summary>
    public static IEnumerable<int[]> Parts(int count)
    {
        if (count == 1)
            return [];
        int[] all = First(count);
        return [all[..(count / 2)], all[(count / 2)..], .. all.Select(left_out => all.Where(index => index != left_out).ToArray())];
    }

    private static int[] First(int count) => [.. Enumerable.Range(0, count)];

    // The labels of some of the outputs; null where those are none of this loss.
    private static NumberArray? LabelsOf(Problem problem, int[] units)
    {
        NumberArray labels = problem.Labels;
        switch (problem.Network.Loss)
        {
            case LossFunction.SparseCategoricalCrossentropy:
                double[] classes = Array.ConvertAll(labels.Values, label => (double)Array.IndexOf(units, (int)label));
                return units.Length < 2 || classes.Contains(-1) ? null : labels with { Values = classes };
            case LossFunction.CategoricalCrossentropy:
                NumberArray kept = TakeColumns(labels, units);
                return units.Length < 2 || kept.Values.Count(label => label != 0) < labels.Values.Count(label => label != 0) ? null : kept;
            default:
                return TakeColumns(labels, units);
        }
    }

    private static Problem With(Problem problem, Trained[] layers, Optimizer? optimizer = null)
    {
        var network = new Network(problem.Inputs.Columns, layers.Select(layer => new Layer(layer.Units, layer.Activation)), problem.Network.Loss, optimizer ?? problem.Network.Optimizer);
        return problem with
        {
            Network = network,
            Start = network.Names.Zip(layers)
                .SelectMany(layer => new[] { (layer.First.Weights, layer.Second.Weights), (layer.First.Bias, layer.Second.Bias) })
                .ToDictionary(parameter => parameter.Item1, parameter => parameter.Item2),
        };
    }

    private static NumberArray TakeColumns(NumberArray array, int[] columns) => new(
        [array.Rows, columns.Length],
        [.. from row in Enumerable.Range(0, array.Rows) from column in columns select array.Values[row * array.Columns + column]]);

    private sealed record Trained(Activation Activation, NumberArray Weights, NumberArray Bias)
    {
        public int Inputs => Weights.Rows;

        public int Units => Weights.Columns;

        public Trained OfInputs(int[] inputs) => this with { Weights = Weights.TakeRows(inputs) };

        public Trained OfUnits(int[] units) => this with { Weights = TakeColumns(Weights, units), Bias = new([units.Length], [.. units.Select(unit => Bias.Values[unit])]) };
    }
}
