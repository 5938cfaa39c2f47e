namespace Tensorflow.Keras.Engine;

/// <summary>From the weights of classes to those of rows.</summary>
internal static class ClassWeights
{
    /// <summary>The weight of each row's class; 1 for a class without one.</summary>
    /// <param name="y">A class number a row, in a vector or one column, or a column a class of which the largest counts.</param>
    /// <param name="class_weight">The weight of each class.</param>
    /// <param name="dtype">The dtype of the training.</param>
    public static Tensor PerRow(Tensor y, Dictionary<int, float> class_weight, TF_DataType dtype)
    {
        using TorchTensor labels = y.Copy(TF_DataType.TF_DOUBLE);
        using TorchTensor one_a_row = y.rank > 1 && y.shape[-1] != 1
            ? labels.argmax(-1).to_type(torch.ScalarType.Float64, disposeAfter: true)
            : labels.reshape(-1);
        using var classes = new Tensor(one_a_row.alias());
        double[] weights = [.. classes.ToArray<double>().Select(label =>
            HyperParameter.Read(class_weight.GetValueOrDefault((int)Math.Round(label), 1f), dtype))];
        return new(Conversion.ToTorch(weights, dtype));
    }
}
