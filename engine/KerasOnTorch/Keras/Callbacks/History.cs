using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Callbacks;

/// <summary>Keeps what every epoch's end tells; fit returns it.</summary>
public class History : ICallback
{
    /// <param name="parameters">The training it is told of.</param>
    public History(CallbackParams parameters) => ArgumentNullException.ThrowIfNull(parameters);

    /// <inheritdoc/>
    public Dictionary<string, List<float>> history { get; set; } = [];

    /// <summary>Forgets the training before.</summary>
    public void on_train_begin() => history = [];

    /// <inheritdoc/>
    public void on_train_end()
    {
    }

    /// <inheritdoc/>
    public void on_epoch_begin(int epoch)
    {
    }

    /// <inheritdoc/>
    public void on_train_batch_begin(long step)
    {
    }

    /// <inheritdoc/>
    public void on_train_batch_end(long end_step, Dictionary<string, float> logs)
    {
    }

    /// <summary>Adds each number to the list of its name.</summary>
    public void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
    {
        foreach (var (name, value) in epoch_logs)
        {
            if (!history.TryGetValue(name, out List<float>? values))
                history[name] = values = [];
            values.Add(value);
        }
    }

    /// <inheritdoc/>
    public void on_predict_begin()
    {
    }

    /// <inheritdoc/>
    public void on_predict_batch_begin(long step)
    {
    }

    /// <inheritdoc/>
    public void on_predict_batch_end(long end_step, Dictionary<string, Tensors> logs)
    {
    }

    /// <inheritdoc/>
    public void on_predict_end()
    {
    }

    /// <inheritdoc/>
    public void on_test_begin()
    {
    }

    /// <inheritdoc/>
    public void on_test_end(Dictionary<string, float> logs)
    {
    }

    /// <inheritdoc/>
    public void on_test_batch_begin(long step)
    {
    }

    /// <inheritdoc/>
    public void on_test_batch_end(long end_step, Dictionary<string, float> logs)
    {
    }
}
