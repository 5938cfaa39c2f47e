namespace Tensorflow;

/// <summary>How TensorFlow reads a SavedModel. None is read here, and there are no such options: only null is one.</summary>
public abstract class LoadOptions
{
    private LoadOptions()
    {
    }
}
