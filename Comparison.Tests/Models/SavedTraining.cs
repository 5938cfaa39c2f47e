using Comparison.Models;
using Comparison.Problems;
using Comparison.Sides;
using DataSets;
using DataSets.Preparing;
using Ledger.Arithmetic;
using Ledger.Networks;
using Scratch.Dense;
using Activation = Ledger.Networks.Activation;
using Adam = Ledger.Networks.Adam;
using Layer = Ledger.Networks.Layer;

namespace Comparison.Tests.Models;

/// <summary>A network trained for a few epochs on a table and saved as both sides', for tests of what is done with models.</summary>
internal static class SavedTraining
{
    /// <summary>Trains on all rows of a table and saves.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="source">The table.</param>
    /// <param name="options">What of it is learned.</param>
    public static SavedModel In(string folder, string source, PreparationOptions options)
    {
        using Table table = Tables.Open(source);
        var selection = new Selection(table, options);
        var preparation = Preparation.Fit(selection, selection.Rows);
        var data = (LoadedData<float>)preparation.Apply<float>(table);
        int classes = preparation.Target is ClassTarget target ? target.Classes.Count : 0;
        var (output, loss) = classes switch
        {
            0 => (new Layer(1, Activation.Linear), LossFunction.MeanSquaredError),
            2 => (new Layer(1, Activation.Sigmoid), LossFunction.BinaryCrossentropy),
            _ => (new Layer(classes, Activation.Softmax), LossFunction.SparseCategoricalCrossentropy),
        };
        var network = new Network(data.Inputs, [new(8, Activation.Tanh), output], loss, new Adam());
        IReadOnlyList<LayerParameters<float>> parameters = Start.Glorot<float>(
            data.Inputs, [new(8, global::Scratch.Dense.Activation.Tanh), new(output.Units, global::Scratch.Dense.Activation.Linear)], seed: 1);
        var start = new TrainedNetwork<float>(network, LearningRate.For(0.02, FloatFormat.Float32), parameters);
        DenseNetwork<float> trained = ScratchSide.DenseNetwork(start, is_stable: true);
        trained.Fit(new Matrix<float>(data.AllInputs, data.Rows, data.Inputs), new Matrix<float>(data.AllLabels, data.Rows, 1), batch_size: Math.Min(16, data.Rows), epochs: 30, seed: 1);
        TrainedNetwork<float> end = start with { Parameters = trained.Parameters };
        SavedModel.Save(folder, preparation, new Dictionary<Side, TrainedNetwork<float>> { [Side.Scratch] = end, [Side.Keras] = end });
        return SavedModel.Open(folder);
    }
}
