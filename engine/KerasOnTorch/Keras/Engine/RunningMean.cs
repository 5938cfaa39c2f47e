namespace Tensorflow.Keras.Engine;

/// <summary>The mean of batch losses weighted by rows, in the arithmetic of a dtype as Keras's own.</summary>
internal sealed class RunningMean(TF_DataType dtype)
{
    private double total, count;

    public float Value => (float)Rounded(total / count);

    public void Add(double loss, int rows)
    {
        total = Rounded(total + Rounded(loss * rows));
        count = Rounded(count + rows);
    }

    // One operation on floats in double and then rounded is the float operation.
    private double Rounded(double value) => dtype == TF_DataType.TF_DOUBLE ? value : (float)value;
}
