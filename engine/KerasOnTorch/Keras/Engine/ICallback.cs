namespace Tensorflow.Keras.Engine;

/// <summary>Told of the course of a training. Epochs and batches are counted from 0.</summary>
public interface ICallback
{
    /// <summary>A list a name with a number an epoch, where the callback keeps them.</summary>
    Dictionary<string, List<float>> history { get; set; }

    /// <summary>The training begins.</summary>
    void on_train_begin();

    /// <summary>The training has ended.</summary>
    void on_train_end();

    /// <summary>An epoch begins.</summary>
    void on_epoch_begin(int epoch);

    /// <summary>A batch begins.</summary>
    void on_train_batch_begin(long step);

    /// <summary>A batch has changed the weights; <paramref name="logs"/> holds the epoch's means so far.</summary>
    void on_train_batch_end(long end_step, Dictionary<string, float> logs);

    /// <summary>An epoch has ended; <paramref name="epoch_logs"/> holds its means, and a callback may add to them.</summary>
    void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs);

    /// <summary>A prediction begins.</summary>
    void on_predict_begin();

    /// <summary>A batch to predict begins.</summary>
    void on_predict_batch_begin(long step);

    /// <summary>A batch is predicted.</summary>
    void on_predict_batch_end(long end_step, Dictionary<string, Tensors> logs);

    /// <summary>The prediction has ended.</summary>
    void on_predict_end();

    /// <summary>A validation begins.</summary>
    void on_test_begin();

    /// <summary>The validation has ended.</summary>
    void on_test_end(Dictionary<string, float> logs);

    /// <summary>A batch to validate with begins.</summary>
    void on_test_batch_begin(long step);

    /// <summary>A batch to validate with has ended.</summary>
    void on_test_batch_end(long end_step, Dictionary<string, float> logs);
}
