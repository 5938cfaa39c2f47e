using System.Numerics;
using System.Runtime.InteropServices;
using Scratch.Kernels;

namespace Scratch.Dense;

/// <summary>The optimizer's formulas, applied to layers.</summary>
internal sealed unsafe class UpdateRule<V, L, T>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Optimizer optimizer;
    private readonly V minus_rate, momentum, one_minus_beta1, one_minus_beta2, epsilon;
    private V step;

    /// <param name="optimizer">Which formulas, with which numbers.</param>
    public UpdateRule(Optimizer optimizer)
    {
        this.optimizer = optimizer;
        minus_rate = L.All(-T.CreateChecked(optimizer.LearningRate));
        switch (optimizer)
        {
            case Sgd { Momentum: > 0 } sgd:
                momentum = L.All(Constant(sgd.Momentum));
                States = ["velocity"];
                break;
            case Adam adam:
                one_minus_beta1 = L.All(T.CreateChecked(1 - adam.Beta1));
                one_minus_beta2 = L.All(T.CreateChecked(1 - adam.Beta2));
                epsilon = L.All(T.CreateChecked(adam.Epsilon));
                States = ["m", "v"];
                break;
        }
    }

    /// <summary>What it remembers of each parameter.</summary>
    public IReadOnlyList<string> States { get; } = [];

    /// <summary>How many steps were begun.</summary>
    public long Steps { get; set; }

    /// <summary>Counts a step.</summary>
    public void BeginStep()
    {
        Steps++;
        if (optimizer is Adam adam)
        {
            T t = T.CreateChecked(Steps);
            T correction = T.Sqrt(T.One - T.Pow(Constant(adam.Beta2), t)) / (T.One - T.Pow(Constant(adam.Beta1), t));
            step = L.All(T.CreateChecked(adam.LearningRate) * correction);
        }
    }

    /// <summary>Updates a layer's parameters.</summary>
    /// <param name="layer">The layer, its deltas known.</param>
    /// <param name="x">Its inputs.</param>
    /// <param name="x_row">From one row to the next.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="recorder">What records the gradients; null for nothing.</param>
    /// <param name="names">What the layer's quantities are called.</param>
    public void Update(DenseLayer<V, L, T> layer, T* x, nint x_row, int rows, Recorder<T>? recorder, Names names)
    {
        switch (optimizer)
        {
            case Adam:
                Update(layer, x, x_row, rows, new AdamDescent<V, L, T>(step, one_minus_beta1, one_minus_beta2, epsilon, layer.Block), recorder, names);
                break;
            case Sgd { Momentum: > 0 } sgd:
                Update(layer, x, x_row, rows, new MomentumDescent<V, L, T>(minus_rate, momentum, sgd.Nesterov, layer.Block), recorder, names);
                break;
            default:
                Update(layer, x, x_row, rows, new Descent<V, L, T>(minus_rate), recorder, names);
                break;
        }
    }

    /// <summary>Records what is remembered of all layers, then their parameters.</summary>
    public void Record(DenseLayer<V, L, T>[] layers, Names[] names, Recorder<T> recorder)
    {
        foreach (var (layer, weights, bias, offset) in Blocks(layers, names))
            recorder.Add(weights, bias, layer.Get(offset));
    }

    /// <summary>Takes what <see cref="Record"/> gave.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="names">What their quantities are called.</param>
    /// <param name="values">The numbers of each quantity, rows first.</param>
    public void Restore(DenseLayer<V, L, T>[] layers, Names[] names, IReadOnlyDictionary<string, T[]> values)
    {
        foreach (var (layer, weights, bias, offset) in Blocks(layers, names))
        {
            var kernel = new T[layer.Inputs, layer.Units];
            values[weights].CopyTo(MemoryMarshal.CreateSpan(ref kernel[0, 0], kernel.Length));
            layer.Set(new(kernel, values[bias]), offset);
        }
    }

    // What lies where, under which names: all that is remembered, then the parameters.
    private IEnumerable<(DenseLayer<V, L, T> Layer, string Weights, string Bias, nint Offset)> Blocks(DenseLayer<V, L, T>[] layers, Names[] names) =>
    [
        .. from state in States.Index()
           from layer in layers.Zip(names)
           select (layer.First, $"{state.Item}_{layer.Second.Weights}", $"{state.Item}_{layer.Second.Bias}", (state.Index + 1) * layer.First.Block),
        .. layers.Zip(names, (layer, name) => (layer, name.Weights, name.Bias, (nint)0)),
    ];

    private static void Update<F>(DenseLayer<V, L, T> layer, T* x, nint x_row, int rows, in F update, Recorder<T>? recorder, Names names)
        where F : unmanaged, IFinish<V, T>
    {
        if (recorder is null)
        {
            layer.Update(x, x_row, rows, update);
            return;
        }
        layer.Update(x, x_row, rows, new Noted<V, L, T, F>(update, layer.GradientOffset));
        recorder.Add($"dL_d{names.Weights}", $"dL_d{names.Bias}", layer.Get(layer.GradientOffset));
    }

    private T Constant(double number) => T.CreateChecked(optimizer.Float32Constants ? (float)number : number);
}
