namespace Tensorflow.Keras.Engine;

/// <summary>Inputs with their labels and weights, row by row along the first axis.</summary>
internal sealed class Rows
{
    private readonly Tensor? order;

    /// <param name="x">The inputs.</param>
    /// <param name="y">Their labels.</param>
    /// <param name="weight">The weight of each row in the loss.</param>
    /// <exception cref="ArgumentException">The numbers of rows differ, or there is none.</exception>
    public Rows(Tensor x, Tensor? y = null, Tensor? weight = null)
    {
        X = x;
        Y = y;
        Weight = weight;
        Count = RowsOf(x, "x");
        foreach (var (name, other) in new[] { ("y", Y), ("sample_weight", Weight) })
            if (other is not null && RowsOf(other, name) != Count)
                throw new ArgumentException($"x has {Count} rows and {name} has {other.shape[0]}; they must have as many.");
    }

    private Rows(Rows from, Tensor order)
        : this(from.X, from.Y, from.Weight) => this.order = order;

    public Tensor X { get; }

    public Tensor? Y { get; }

    public Tensor? Weight { get; }

    public int Count { get; }

    /// <summary>How many batches of a size there are, the last perhaps smaller.</summary>
    public int Batches(int size) => (Count + size - 1) / size;

    /// <summary>The same rows with other weights.</summary>
    public Rows WithWeights(Tensor weight) => new(X, Y, weight);

    /// <summary>The same rows in an order drawn anew.</summary>
    public Rows Shuffled()
    {
        using var generator = new torch.Generator((ulong)RandomSeeds.Next());
        return new(this, new Tensor(torch.randperm(Count, torch.ScalarType.Int64, generator: generator)));
    }

    /// <summary>The first rows to train on and the last to validate with.</summary>
    /// <param name="fraction">The part of the rows to validate with.</param>
    public (Rows Training, Rows Validation) Split(float fraction)
    {
        // The number of rows to train on is rounded down, as Keras does in double precision.
        int training = fraction is > 0 and < 1 ? (int)Math.Floor(Count * (1 - HyperParameter.Read(fraction, TF_DataType.TF_DOUBLE))) : 0;
        if (training == 0 || training == Count)
            throw new ArgumentException($"validation_split {fraction} of {Count} rows leaves none to train on or none to validate with.");
        return (Take(0, training), Take(training, Count - training));
    }

    /// <summary>
    /// Copies of some rows. They lie in memory of their own, always aligned alike, so that a batch gives the same bits
    /// wherever it comes from.
    /// </summary>
    public Rows Take(int first, int count)
    {
        count = Math.Min(count, Count - first);
        return new(Copy(X)!, Copy(Y), Copy(Weight));

        Tensor? Copy(Tensor? whole)
        {
            if (whole is null)
                return null;
            using TorchTensor values = whole.Torch.detach();
            if (order is null)
            {
                using TorchTensor part = values.narrow(0, first, count);
                return new(part.clone());
            }
            using TorchTensor chosen = order.Torch.narrow(0, first, count);
            return new(values.index_select(0, chosen));
        }
    }

    private static int RowsOf(Tensor tensor, string name)
    {
        if (tensor.rank == 0 || tensor.shape[0] == 0)
            throw new ArgumentException($"{name} has the shape {tensor.shape}; it needs at least one row.");
        return checked((int)tensor.shape[0]);
    }
}
