namespace Tensorflow.NumPy;

/// <summary>NumPy's functions on arrays.</summary>
public static class np
{
    /// <summary>A copy of a C# array.</summary>
    /// <param name="data">An array of float, double, int, long or bool, of any rank.</param>
    /// <param name="dtype">The dtype to convert to; that of the elements unless given.</param>
    /// <exception cref="ArgumentException">The elements have another type.</exception>
    public static NDArray array(Array data, TF_DataType? dtype = null) => new(Conversion.ToTorch(data, dtype ?? TF_DataType.DtInvalid));

    /// <summary>A vector of given numbers.</summary>
    /// <param name="data">Numbers of type float, double, int, long or bool.</param>
    /// <exception cref="ArgumentException">The numbers have another type.</exception>
    public static NDArray array<T>(params T[] data)
        where T : unmanaged => new((Array)data);
}
