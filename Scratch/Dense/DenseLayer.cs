using System.Numerics;
using System.Runtime.CompilerServices;
using Scratch.Kernels;

namespace Scratch.Dense;

/// <summary>
/// One layer with its numbers in memory: its parameters, and what a batch makes of them. A kernel lies so that vectors run
/// along its longer side: in panels of neurons, or, for few units, a row of inputs for each unit.
/// </summary>
internal sealed unsafe class DenseLayer<V, L, T>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly AlignedMemory<T> parameters;
    /// <summary>So few numbers are computed one by one.</summary>
    public const int Few = 4;

    private readonly Crew crew;
    private readonly bool is_wide;
    private readonly nint kernel_row, kernel_panel;
    private readonly T* kernel, bias;
    private AlignedMemory<T>? batch;
    private int capacity;

    /// <param name="inputs">Inputs a row.</param>
    /// <param name="layer">Units and activation.</param>
    /// <param name="is_last">Whether it is the output layer.</param>
    /// <param name="states">How many numbers the optimizer remembers of each parameter.</param>
    /// <param name="crew">Who works on large products.</param>
    public DenseLayer(int inputs, Layer layer, bool is_last, int states, Crew crew)
    {
        (Inputs, Units, Activation, this.crew) = (inputs, layer.Units, layer.Activation, crew);
        is_wide = layer.Units >= Math.Min(L.Count, inputs);
        kernel_row = is_wide ? Panel : Padded(inputs);
        kernel_panel = is_wide ? inputs * Panel : Panel;
        nint kernel_length = is_wide ? Padded(Units) * inputs : Padded(inputs) * Units;
        Block = kernel_length + Padded(Units);
        // Parameters, what the optimizer remembers, gradients: one block each, laid out alike.
        parameters = new(Block * (states + 2));
        kernel = parameters.At;
        bias = kernel + kernel_length;
        GradientOffset = Block * (states + 1);
        Row = is_last && !is_wide && Activation != Activation.Softmax ? Units : Spread(Vectors(Units));
    }

    public int Inputs { get; }

    public int Units { get; }

    public Activation Activation { get; }

    /// <summary>
    /// Whether vectors run along the units, a row of the kernel an input, so that inputs are read number by number; otherwise along
    /// the inputs, a row a unit.
    /// </summary>
    public bool IsWide => is_wide;

    /// <summary>The kernel.</summary>
    public T* Kernel => kernel;

    /// <summary>From one row of the kernel to the next.</summary>
    public nint KernelRow => kernel_row;

    /// <summary>The bias.</summary>
    public T* Bias => bias;

    /// <summary>From a parameter to its state, and from there to its next.</summary>
    public nint Block { get; }

    /// <summary>From a parameter to its gradient, where that was noted.</summary>
    public nint GradientOffset { get; }

    /// <summary>From one sample's numbers to the next's. Whole vectors, unless units stand side by side without a gap.</summary>
    public nint Row { get; }

    /// <summary>Pre-activations of the batch, a row a sample; places behind the units hold 0.</summary>
    public T* Input { get; private set; }

    /// <summary>Activations.</summary>
    public T* Output { get; private set; }

    /// <summary>The loss's derivatives by the outputs, then by the pre-activations.</summary>
    public T* Delta { get; private set; }

    private static nint Panel => Tile<V, L, T>.Panel;

    /// <summary>Up to whole panels.</summary>
    public static nint Padded(nint length) => (length + Panel - 1) / Panel * Panel;

    /// <summary>Up to whole vectors.</summary>
    public static nint Vectors(nint length) => (length + L.Count - 1) / L.Count * L.Count;

    /// <summary>
    /// A length of rows with an odd number of cache lines. A panel takes two lines of each row; of rows that are a power of two
    /// apart these would fall into the same few places of the cache, and push each other out.
    /// </summary>
    public static nint Spread(nint row)
    {
        nint line = AlignedMemory<T>.Line, lines = (row + line - 1) / line;
        return lines <= 2 ? row : (lines | 1) * line;
    }

    /// <summary>Makes room for a batch.</summary>
    public void Hold(int rows)
    {
        if (rows <= capacity)
            return;
        nint length = Padded(rows * Row);
        batch = new(3 * length);
        Input = batch.At;
        Output = Input + length;
        Delta = Output + length;
        capacity = rows;
    }

    /// <summary>Input = x · kernel + bias, Output = activation(Input).</summary>
    /// <param name="x">The batch, its rows padded with 0 to whole vectors unless <see cref="IsWide"/>.</param>
    /// <param name="x_row">From one row to the next.</param>
    /// <param name="rows">Rows of the batch.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(T* x, nint x_row, int rows)
    {
        if (is_wide)
            Products<V, L, T>.Run(crew, new(x, x_row, 1), new(kernel, Panel, kernel_panel), Inputs, new(Input, Row, Panel), rows, Units, new Biased<V, L, T>(bias));
        else
            Products<V, L, T>.RunDots(crew, x, x_row, kernel, kernel_row, kernel_panel, Inputs, bias, Input, Row, rows, Units);
        Activate(rows);
    }

    /// <summary>Delta, from the loss's derivatives by the activations, becomes those by the pre-activations.</summary>
    /// <param name="rows">Rows of the batch.</param>
    public void BackwardThroughActivation(int rows)
    {
        nint count = rows * Row;
        if (Activation == Activation.Softmax)
            for (int r = 0; r < rows; r++)
                Activations<V, L, T>.SoftmaxBackward(Output + r * Row, Delta + r * Row, Units);
        else if (count <= Few)
            Activations<T, OneLane<T>, T>.Backward(Activation, Output, Delta, count);
        else
            Activations<V, L, T>.Backward(Activation, Output, Delta, count);
    }

    /// <summary>The loss's derivatives by the inputs: Delta · kernelᵀ.</summary>
    /// <param name="previous">Where they go.</param>
    /// <param name="previous_row">From one row to the next.</param>
    /// <param name="rows">Rows of the batch.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Backward(T* previous, nint previous_row, int rows)
    {
        if (is_wide)
            Products<V, L, T>.RunDots(crew, Delta, Row, kernel, kernel_row, kernel_panel, Units, null, previous, previous_row, rows, Inputs);
        else
            Products<V, L, T>.Run(crew, new(Delta, Row, 1), new(kernel, kernel_row, Panel), Units, new(previous, previous_row, Panel), rows, Inputs, default(Stored<V, L, T>));
    }

    /// <summary>Updates the parameters by their gradients: of the kernel xᵀ · Delta, of the bias the sum of Delta over the batch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Update<F>(T* x, nint x_row, int rows, in F update)
        where F : unmanaged, IFinish<V, T>
    {
        if (is_wide)
            Products<V, L, T>.Run(crew, new(x, 1, x_row), new(Delta, Row, Panel), rows, new(kernel, Panel, kernel_panel), Inputs, Units, update);
        else
            Products<V, L, T>.Run(crew, new(Delta, 1, Row), new(x, x_row, Panel), rows, new(kernel, kernel_row, Panel), Units, Inputs, update);
        if (Row >= L.Count)
            ColumnSums.Run<V, L, T, F>(Delta, Row, rows, bias, Units, update);
        else
            UpdateNarrowBias(rows, update);
    }

    private void Activate(int rows)
    {
        nint count = rows * Row;
        if (Activation == Activation.Softmax)
            for (int r = 0; r < rows; r++)
                Activations<V, L, T>.Softmax(Input + r * Row, Output + r * Row, Units);
        else if (count <= Few)
            Activations<T, OneLane<T>, T>.Apply(Activation, Input, Output, count);
        else
            Activations<V, L, T>.Apply(Activation, Input, Output, count);
        // The sigmoid of the zeros behind the units is none.
        if (Activation == Activation.Sigmoid && Row > Units)
            for (int r = 0; r < rows; r++)
                new Span<T>(Output + r * Row + Units, (int)Row - Units).Clear();
    }

    // Units without gaps between samples: fewer than a vector's places.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void UpdateNarrowBias<F>(int rows, in F update)
        where F : unmanaged, IFinish<V, T>
    {
        V sums = default;
        for (int unit = 0; unit < Units; unit++)
            ((T*)&sums)[unit] = Row == 1 ? Sum(Delta, rows) : Sum(Delta + unit, Row, rows);
        update.End(bias, sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Sum(T* numbers, nint count)
    {
        V sums = default;
        nint i = 0;
        for (; i <= count - L.Count; i += L.Count)
            sums = L.Add(sums, L.Load(numbers + i));
        return i == 0 ? Sum(numbers, 1, count) : L.Sum(sums) + Sum(numbers + i, 1, count - i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Sum(T* numbers, nint step, nint count)
    {
        T sum = T.Zero;
        for (; count > 0; count--, numbers += step)
            sum += *numbers;
        return sum;
    }

    /// <summary>Takes parameters, or other numbers that lie as they do.</summary>
    /// <param name="given">The numbers.</param>
    /// <param name="offset">0 for the parameters, or a multiple of <see cref="Block"/>.</param>
    public void Set(LayerParameters<T> given, nint offset = 0)
    {
        for (int i = 0; i < Inputs; i++)
            for (int j = 0; j < Units; j++)
                Place(i, j)[offset] = given.Weights[i, j];
        given.Bias.CopyTo(new Span<T>(bias + offset, Units));
    }

    /// <summary>A block of numbers that lie as the parameters do: they themselves at 0, or at a multiple of <see cref="Block"/>.</summary>
    public LayerParameters<T> Get(nint offset)
    {
        var weights = new T[Inputs, Units];
        for (int i = 0; i < Inputs; i++)
            for (int j = 0; j < Units; j++)
                weights[i, j] = Place(i, j)[offset];
        return new(weights, new Span<T>(bias + offset, Units).ToArray());
    }

    private T* Place(int input, int unit) => is_wide
        ? kernel + unit / Panel * kernel_panel + input * kernel_row + unit % Panel
        : kernel + unit * kernel_row + input;
}
