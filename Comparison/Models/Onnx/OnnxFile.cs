using System.Numerics;
using System.Runtime.InteropServices;
using DataSets.Preparing;
using Google.Protobuf;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Models.Onnx;

/// <summary>
/// A network as ONNX: each layer is Gemm (inputs · weights + bias) and its activation; one input "inputs" (rows, inputs) and one
/// output "output" (rows, units), in the network's own dtype. How a table becomes inputs stands in the metadata.
/// </summary>
internal static class OnnxFile
{
    // Operators of version 14 and files of version 7 (2021): Relu of float64 is the newest thing used.
    private const int OperatorVersion = 14, FileVersion = 7;

    private const int Float = 1, Double = 11;

    /// <summary>The name of the input.</summary>
    public const string Input = "inputs";

    /// <summary>The network as the bytes of a file; the same network gives the same bytes.</summary>
    public static byte[] Bytes<T>(TrainedNetwork<T> network, Preparation preparation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int type = typeof(T) == typeof(float) ? Float : Double;
        var graph = new GraphProto { Name = "network" };
        graph.Input.Add(Rows(Input, type, network.Network.Inputs));
        foreach (var (name, array) in network.Arrays)
            graph.Initializer.Add(Tensor<T>(name, type, array));
        string taken = Input;
        foreach (var (layer, names) in network.Network.Layers.Zip(network.Network.Names))
            taken = AddLayer(graph, layer, names, taken);
        graph.Output.Add(Rows(taken, type, network.Network.Layers[^1].Units));
        var model = new ModelProto
        {
            IrVersion = FileVersion,
            ProducerName = "Scratch vs Keras",
            DocString = $"{network.Network}: predicts {preparation.Target.Name} from {string.Join(", ", preparation.InputNames)}",
            Graph = graph,
            OpsetImport = { new OperatorSetIdProto { Version = OperatorVersion } },
            MetadataProps = { new StringStringEntryProto { Key = "preparation", Value = preparation.ToJson() } },
        };
        return model.ToByteArray();
    }

    private static string AddLayer(GraphProto graph, Layer layer, LayerNames names, string taken)
    {
        // Without an activation the sum is the output.
        string sum = layer.Activation == Activation.Linear ? names.Output : names.Sum;
        graph.Node.Add(new NodeProto { OpType = "Gemm", Name = sum, Input = { taken, names.Weights, names.Bias }, Output = { sum } });
        if (layer.Activation != Activation.Linear)
            graph.Node.Add(new NodeProto { OpType = Operator(layer.Activation), Name = names.Output, Input = { sum }, Output = { names.Output } });
        return names.Output;
    }

    private static string Operator(Activation activation) => activation switch
    {
        Activation.Relu => "Relu",
        Activation.Sigmoid => "Sigmoid",
        Activation.Tanh => "Tanh",
        _ => "Softmax",
    };

    private static ValueInfoProto Rows(string name, int type, int columns) => new()
    {
        Name = name,
        Type = new TypeProto
        {
            TensorType = new TypeProto.Types.Tensor
            {
                ElemType = type,
                Shape = new TensorShapeProto
                {
                    Dim = { new TensorShapeProto.Types.Dimension { DimParam = "rows" }, new TensorShapeProto.Types.Dimension { DimValue = columns } },
                },
            },
        },
    };

    private static TensorProto Tensor<T>(string name, int type, NumberArray array)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] values = Array.ConvertAll(array.Values, T.CreateChecked);
        // The file's order of bytes is little-endian.
        if (!BitConverter.IsLittleEndian)
            throw new NotSupportedException("ONNX files are written on little-endian processors alone.");
        return new() { Name = name, DataType = type, Dims = { array.Shape.Select(length => (long)length) }, RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values.AsSpan())) };
    }
}
