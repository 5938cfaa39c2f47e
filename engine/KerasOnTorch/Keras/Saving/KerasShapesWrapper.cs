namespace Tensorflow.Keras.Saving;

/// <summary>The shapes of what a layer is given.</summary>
/// <param name="shape">The shape of the one input.</param>
public class KerasShapesWrapper(Shape shape)
{
    /// <summary>The shape of the one input.</summary>
    public static implicit operator KerasShapesWrapper(Shape shape) => new(shape);

    /// <summary>The shape of the one input.</summary>
    public Shape ToSingleShape() => shape;
}
