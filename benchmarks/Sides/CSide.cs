using System.Runtime.InteropServices;
using Benchmarks.Cases;
using Scratch.Dense;

namespace Benchmarks.Sides;

/// <summary>The training in C, called once for all epochs. A library holds one network, so it serves one side at a time.</summary>
internal sealed unsafe class CSide : ISide
{
    private readonly nint library;
    private readonly delegate* unmanaged<float*, float*, int, int, float, float> train;
    private readonly delegate* unmanaged<float*, float*, float*, float*, void> get;

    /// <param name="name">The side's name.</param>
    /// <param name="data">Of a case with one hidden layer and one output.</param>
    /// <param name="file">A library compiled for the case's sizes.</param>
    public CSide(string name, TrainingData data, string file)
    {
        (Name, Data) = (name, data);
        library = NativeLibrary.Load(file);
        train = (delegate* unmanaged<float*, float*, int, int, float, float>)NativeLibrary.GetExport(library, "train");
        get = (delegate* unmanaged<float*, float*, float*, float*, void>)NativeLibrary.GetExport(library, "get");
        Exchange((delegate* unmanaged<float*, float*, float*, float*, void>)NativeLibrary.GetExport(library, "set"), data.Start);
    }

    public string Name { get; }

    public TrainingData Data { get; }

    public IReadOnlyList<LayerParameters<float>> Parameters
    {
        get
        {
            IReadOnlyList<LayerParameters<float>> parameters =
                [.. Data.Start.Select(layer => new LayerParameters<float>(new float[layer.Weights.GetLength(0), layer.Weights.GetLength(1)], new float[layer.Bias.Length]))];
            Exchange(get, parameters);
            return parameters;
        }
    }

    public void Train(int epochs)
    {
        fixed (float* x = Data.Inputs, y = Data.Labels)
            train(x, y, Data.Steps, epochs, 0.01f);
    }

    public void Dispose() => NativeLibrary.Free(library);

    private static void Exchange(delegate* unmanaged<float*, float*, float*, float*, void> function, IReadOnlyList<LayerParameters<float>> parameters)
    {
        fixed (float* w1 = parameters[0].Weights, b1 = parameters[0].Bias, w2 = parameters[1].Weights, b2 = parameters[1].Bias)
            function(w1, b1, w2, b2);
    }
}
