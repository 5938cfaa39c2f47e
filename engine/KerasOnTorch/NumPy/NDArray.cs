namespace Tensorflow.NumPy;

/// <summary>An array of numbers, as models take data and give weights; a tensor as well.</summary>
public class NDArray : Tensor
{
    /// <summary>A copy of a C# array.</summary>
    /// <param name="value">An array of float, double, int, long or bool, of any rank.</param>
    /// <param name="shape">The shape to give the elements, rows first; the array's own unless given.</param>
    /// <exception cref="ArgumentException">The elements have another type, or do not fill the shape.</exception>
    public NDArray(Array value, Shape? shape = null)
        : base(Shaped(value, shape))
    {
    }

    internal NDArray(TorchTensor values)
        : base(values)
    {
    }

    /// <summary>A copy of a vector.</summary>
    public static implicit operator NDArray(float[] array) => new(array);

    /// <summary>A copy of a vector.</summary>
    public static implicit operator NDArray(double[] array) => new(array);

    /// <summary>A copy of a matrix.</summary>
    public static implicit operator NDArray(float[,] array) => new(array);

    /// <summary>A copy of a matrix.</summary>
    public static implicit operator NDArray(double[,] array) => new(array);

    /// <summary>A copy of an array of three axes.</summary>
    public static implicit operator NDArray(float[,,] array) => new(array);

    /// <summary>A copy of an array of three axes.</summary>
    public static implicit operator NDArray(double[,,] array) => new(array);

    private static TorchTensor Shaped(Array value, Shape? shape)
    {
        if (shape is null)
            return Conversion.ToTorch(value, TF_DataType.DtInvalid);
        if (shape.size != value.LongLength)
            throw new ArgumentException($"{value.LongLength} elements do not fill the shape {shape}.");
        using TorchTensor values = Conversion.ToTorch(value, TF_DataType.DtInvalid);
        return values.reshape(shape.dims);
    }
}
