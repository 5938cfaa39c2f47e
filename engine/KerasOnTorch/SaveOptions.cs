namespace Tensorflow;

/// <summary>How TensorFlow writes a SavedModel. None is written here, and there are no such options: only null is one.</summary>
public abstract class SaveOptions
{
    private SaveOptions()
    {
    }
}
