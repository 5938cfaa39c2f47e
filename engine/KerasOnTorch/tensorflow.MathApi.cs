namespace Tensorflow;

/// <content>tf.math.</content>
public partial class tensorflow
{
    /// <summary>Functions on tensors, element by element.</summary>
    public class MathApi
    {
        /// <summary>The natural logarithm.</summary>
        /// <param name="x">A floating-point tensor.</param>
        /// <param name="name">No effect.</param>
        public Tensor log(Tensor x, string? name = null) => Execution.Run([x], static x => x[0].log());
    }
}
