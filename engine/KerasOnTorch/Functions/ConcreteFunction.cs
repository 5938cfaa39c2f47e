namespace Tensorflow.Functions;

/// <summary>A function that TensorFlow traced into a graph, as a SavedModel holds it. There are no graphs here: only null is one.</summary>
public abstract class ConcreteFunction
{
    private ConcreteFunction()
    {
    }
}
