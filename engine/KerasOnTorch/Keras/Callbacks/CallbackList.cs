using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Callbacks;

/// <summary>Tells the user's callbacks, in order, and the history last, so that it keeps what they add.</summary>
internal sealed class CallbackList(CallbackParams parameters, IEnumerable<ICallback>? callbacks)
{
    private readonly History history = new(parameters);
    private readonly List<ICallback> callbacks = [.. callbacks ?? []];

    public History History => history;

    public void on_train_begin() => Tell(callback => callback.on_train_begin());

    public void on_train_end() => Tell(callback => callback.on_train_end());

    public void on_epoch_begin(int epoch) => Tell(callback => callback.on_epoch_begin(epoch));

    public void on_epoch_end(int epoch, Dictionary<string, float> logs) => Tell(callback => callback.on_epoch_end(epoch, logs));

    public void on_train_batch_begin(long step) => Tell(callback => callback.on_train_batch_begin(step));

    public void on_train_batch_end(long step, Dictionary<string, float> logs) => Tell(callback => callback.on_train_batch_end(step, logs));

    public void on_test_begin() => Tell(callback => callback.on_test_begin());

    public void on_test_end(Dictionary<string, float> logs) => Tell(callback => callback.on_test_end(logs));

    public void on_test_batch_begin(long step) => Tell(callback => callback.on_test_batch_begin(step));

    public void on_test_batch_end(long step, Dictionary<string, float> logs) => Tell(callback => callback.on_test_batch_end(step, logs));

    private void Tell(Action<ICallback> what)
    {
        callbacks.ForEach(what);
        what(history);
    }
}
