using Tensorflow.NumPy;

namespace Tensorflow.Util;

/// <summary>The data that fit validates with: inputs and labels, and weights if any.</summary>
public class ValidationDataPack
{
    /// <summary>Inputs and labels.</summary>
    public ValidationDataPack((NDArray, NDArray) validation_data)
    {
        val_x = validation_data.Item1;
        val_y = validation_data.Item2;
    }

    /// <summary>Inputs, labels, and a weight a row.</summary>
    public ValidationDataPack((NDArray, NDArray, NDArray) validation_data)
        : this((validation_data.Item1, validation_data.Item2)) => val_sample_weight = validation_data.Item3;

    internal NDArray val_x { get; }

    internal NDArray val_y { get; }

    internal NDArray? val_sample_weight { get; }

    /// <summary>Inputs and labels.</summary>
    public static implicit operator ValidationDataPack((NDArray, NDArray) validation_data) => new(validation_data);

    /// <summary>Inputs, labels, and a weight a row.</summary>
    public static implicit operator ValidationDataPack((NDArray, NDArray, NDArray) validation_data) => new(validation_data);
}
