namespace Tensorflow.Keras;

/// <summary>The settings that everything made afterwards takes over.</summary>
public class BackendBase
{
    private volatile TF_DataType dtype = TF_DataType.TF_FLOAT;

    /// <summary>The dtype of layers, optimizers and losses' hyper-parameters that do not say theirs: TF_FLOAT unless set.</summary>
    public TF_DataType floatx() => dtype;

    /// <summary>Sets the dtype for what is made from now on; what exists keeps its own.</summary>
    /// <param name="floatx">TF_FLOAT or TF_DOUBLE.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public void set_floatx(TF_DataType floatx) => dtype = floatx.IsFloating()
        ? floatx
        : throw new ArgumentException($"floatx cannot be {floatx}; it must be TF_FLOAT or TF_DOUBLE.");
}
