using Tensorflow.NumPy;

namespace Tensorflow;

/// <summary>One or several tensors, as models take and return them.</summary>
public sealed class Tensors : IDisposable
{
    private readonly Tensor[] tensors;

    /// <summary>Some tensors, in order.</summary>
    /// <param name="tensors">At least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Tensors(params Tensor[] tensors)
    {
        if (tensors.Length == 0)
            throw new ArgumentException("Tensors need at least one tensor.");
        this.tensors = tensors;
    }

    /// <summary>How many tensors there are.</summary>
    public int Length => tensors.Length;

    /// <summary>The only tensor.</summary>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public Tensor Single => Length == 1
        ? tensors[0]
        : throw new InvalidOperationException($"There are {Length} tensors; take one of them by its index.");

    /// <summary>The shape of the only tensor.</summary>
    public Shape shape => Single.shape;

    /// <summary>The dtype of the only tensor.</summary>
    public TF_DataType dtype => Single.dtype;

    /// <summary>One of the tensors.</summary>
    /// <param name="index">Counted from 0.</param>
    public Tensor this[int index] => tensors[index];

    /// <summary>One tensor.</summary>
    public static implicit operator Tensors(Tensor tensor) => new(tensor);

    /// <summary>One array.</summary>
    public static implicit operator Tensors(NDArray nd) => new(nd);

    /// <summary>Several tensors.</summary>
    public static implicit operator Tensors(Tensor[] tensors) => new(tensors);

    /// <summary>The only tensor.</summary>
    public static implicit operator Tensor(Tensors tensors) => tensors.Single;

    /// <summary>A copy of the only tensor's values.</summary>
    public NDArray numpy() => Single.numpy();

    /// <summary>The elements of the only tensor, rows first.</summary>
    /// <inheritdoc cref="Tensor.ToArray{T}"/>
    public T[] ToArray<T>()
        where T : unmanaged => Single.ToArray<T>();

    /// <summary>Frees the values of every tensor now.</summary>
    public void Dispose() => Array.ForEach(tensors, tensor => tensor.Dispose());
}
