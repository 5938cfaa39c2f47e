using System.Numerics;
using Comparison.Models;
using Comparison.Sides;
using CsCheck;
using Ledger.Arithmetic;
using Ledger.Networks;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Comparison.Tests.Models;

/// <summary>The saved ONNX files as ONNX Runtime reads and computes them.</summary>
[TestClass]
public sealed class OnnxTests
{
    // What a library's exp, tanh or sigmoid may be off by, in u: as the ledger has it for the sides.
    private const double OfFunction = 8;

    [TestMethod]
    public void ONNX_Runtime_predicts_what_both_sides_predict_within_the_roundings_of_their_sums()
    {
        DrawnNetwork.Any.Sample(
            drawn =>
            {
                Agrees<float>(drawn);
                if (global::KerasVersion.Engine.Current.HasFloat64)
                    Agrees<double>(drawn);
            },
            iter: 60, threads: 1);
    }

    [TestMethod]
    public void The_preparation_stands_in_the_metadata_and_inputs_and_outputs_are_named()
    {
        DrawnNetwork drawn = DrawnNetwork.Any.Single();
        using var folder = new TemporaryFolder();
        using InferenceSession session = Session(folder, drawn, drawn.Network<float>());

        Assert.AreEqual(drawn.Preparation.ToJson(), session.ModelMetadata.CustomMetadataMap["preparation"]);
        CollectionAssert.AreEqual(new[] { -1, drawn.Inputs }, session.InputMetadata["inputs"].Dimensions);
        CollectionAssert.AreEqual(new[] { -1, drawn.Network<float>().Network.Layers[^1].Units }, session.OutputMetadata["output"].Dimensions);
    }

    private static void Agrees<T>(DrawnNetwork drawn)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int rows = 25;
        TrainedNetwork<T> network = drawn.Network<T>();
        T[,] inputs = drawn.Rows<T>(rows);
        using var folder = new TemporaryFolder();
        using InferenceSession session = Session(folder, drawn, network);
        T[] flat = [.. inputs.Cast<T>()];
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = session.Run([NamedOnnxValue.CreateFromTensor("inputs", new DenseTensor<T>(flat, [rows, drawn.Inputs]))]);
        T[] computed = [.. results.Single(result => result.Name == "output").AsTensor<T>()];

        foreach (Side side in Enum.GetValues<Side>())
        {
            T[,] outputs = SidePredictor.Of(side, network)(inputs);
            int units = outputs.GetLength(1);
            for (int row = 0; row < rows; row++)
            {
                double bound = Bound(network, [.. Enumerable.Range(0, drawn.Inputs).Select(input => double.CreateChecked(inputs[row, input]))]);
                for (int unit = 0; unit < units; unit++)
                    Assert.AreEqual(double.CreateChecked(outputs[row, unit]), double.CreateChecked(computed[row * units + unit]), bound, $"{side.Name()}, {drawn}, row {row}, unit {unit}");
            }
        }
    }

    private static InferenceSession Session<T>(TemporaryFolder folder, DrawnNetwork drawn, TrainedNetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SavedModel.Save(folder.Path, drawn.Preparation, new Dictionary<Side, TrainedNetwork<T>> { [Side.Scratch] = network });
        return new InferenceSession(folder.File("scratch/model.onnx"));
    }

    // How far two programs' outputs for a row may lie apart: each sum of n products and a bias is off by at most (n + 1)·u times the
    // sum of its absolute terms, and carries on what its inputs are off by; relu, tanh and sigmoid carry on no more than they get, a
    // softmax at most half of the largest. To first order, twice for two programs, and twice that for what first order leaves out.
    private static double Bound<T>(TrainedNetwork<T> network, double[] activations)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double u = FloatFormat.Of<T>().UnitRoundoff;
        double[] off = new double[activations.Length];
        foreach (var (layer, parameters) in network.Network.Layers.Zip(network.Parameters))
        {
            var (sums, sums_off) = (new double[layer.Units], new double[layer.Units]);
            for (int unit = 0; unit < layer.Units; unit++)
            {
                double absolute = Math.Abs(sums[unit] = double.CreateChecked(parameters.Bias[unit]));
                for (int input = 0; input < activations.Length; input++)
                {
                    double weight = double.CreateChecked(parameters.Weights[input, unit]);
                    sums[unit] += activations[input] * weight;
                    absolute += Math.Abs(activations[input] * weight);
                    sums_off[unit] += off[input] * Math.Abs(weight);
                }
                sums_off[unit] += (activations.Length + 1) * u * absolute;
            }
            (activations, off) = layer.Activation switch
            {
                Activation.Linear => (sums, sums_off),
                Activation.Relu => ([.. sums.Select(sum => Math.Max(0, sum))], sums_off),
                Activation.Tanh => ([.. sums.Select(Math.Tanh)], [.. sums_off.Select(each => each + OfFunction * u)]),
                Activation.Sigmoid => ([.. sums.Select(sum => 1 / (1 + Math.Exp(-sum)))], [.. sums_off.Select(each => each / 4 + OfFunction * u)]),
                _ => (Softmax(sums), [.. sums.Select(sum => sums_off.Max() / 2 + (OfFunction + sums.Length + sums.Max() - sum) * u)]),
            };
        }
        return 4 * off.Max();
    }

    private static double[] Softmax(double[] sums)
    {
        double[] exponentials = [.. sums.Select(sum => Math.Exp(sum - sums.Max()))];
        return [.. exponentials.Select(each => each / exponentials.Sum())];
    }
}
