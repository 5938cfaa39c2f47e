namespace Scratch.Dense;

/// <summary>Copies the quantities of a step while it is computed.</summary>
internal sealed unsafe class Recorder<T>
    where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
{
    private readonly List<Quantity<T>> quantities = [];

    /// <summary>What was recorded, in the order of cause.</summary>
    public IReadOnlyList<Quantity<T>> Quantities => quantities;

    /// <summary>A number.</summary>
    public void Add(string name, T value) => Add(name, [], [value]);

    /// <summary>Any array.</summary>
    public void Add(string name, int[] shape, T[] values) => quantities.Add(new(name, shape, values));

    /// <summary>A matrix whose rows lie some way apart.</summary>
    public void Add(string name, T* at, nint row, int rows, int columns)
    {
        var values = new T[rows * columns];
        for (int r = 0; r < rows; r++)
            new ReadOnlySpan<T>(at + r * row, columns).CopyTo(values.AsSpan(r * columns));
        Add(name, [rows, columns], values);
    }

    /// <summary>Something of each parameter of a layer.</summary>
    /// <param name="weights">What it is called for the weights.</param>
    /// <param name="bias">What it is called for the bias.</param>
    /// <param name="values">It.</param>
    public void Add(string weights, string bias, LayerParameters<T> values)
    {
        Add(weights, [values.Weights.GetLength(0), values.Weights.GetLength(1)], [.. values.Weights.Cast<T>()]);
        Add(bias, [values.Bias.Length], values.Bias);
    }
}
