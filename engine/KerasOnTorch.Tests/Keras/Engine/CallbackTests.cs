using Tensorflow;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Engine;

namespace KerasOnTorch.Tests.Keras.Engine;

[TestClass]
public sealed class CallbackTests
{
    [TestMethod]
    public void Callbacks_are_told_of_everything_in_order()
    {
        var told = new Telling();
        Fit(told, epochs: 2, initial_epoch: 1, validate: true);
        CollectionAssert.AreEqual(
            new[]
            {
                "train begins", "epoch 1 begins", "batch 0 begins", "batch 0 ends with loss", "batch 1 begins", "batch 1 ends with loss",
                "test begins", "test batch 0 begins", "test batch 0 ends with loss", "test batch 1 begins", "test batch 1 ends with loss",
                "test ends with loss", "epoch 1 ends with loss,val_loss", "train ends",
            },
            told.Story);
    }

    [TestMethod]
    public void A_callback_can_stop_the_training_within_an_epoch()
    {
        var stopping = new Telling { At = (story, model) => model.Stop_training |= story.StartsWith("batch 0 ends", StringComparison.Ordinal) };
        ICallback history = Fit(stopping, epochs: 5);
        CollectionAssert.AreEqual(
            new[] { "train begins", "epoch 0 begins", "batch 0 begins", "batch 0 ends with loss", "epoch 0 ends with loss", "train ends" }, stopping.Story);
        Assert.HasCount(1, history.history["loss"]);
    }

    [TestMethod]
    public void What_a_callback_adds_to_an_epochs_numbers_is_in_the_history()
    {
        ICallback history = Fit(new Telling { Adds = ("learning_rate", 0.25f) }, epochs: 2);
        CollectionAssert.AreEqual(new[] { 0.25f, 0.25f }, history.history["learning_rate"]);
    }

    [TestMethod]
    public void A_history_forgets_the_training_before()
    {
        var history = new History(new CallbackParams { Epochs = 1, Steps = 1, Verbose = 0 });
        history.on_epoch_end(0, new() { ["loss"] = 1 });
        history.on_train_begin();
        Assert.IsEmpty(history.history);
    }

    private static ICallback Fit(Telling callback, int epochs, int initial_epoch = 0, bool validate = false)
    {
        Sequential model = FitTests.Network(TF_DataType.TF_FLOAT).Model;
        callback.Model = model;
        var (x, y) = FitTests.Data(TF_DataType.TF_FLOAT);
        return model.fit(
            x, y, batch_size: 20, epochs: epochs, initial_epoch: initial_epoch, verbose: 0, callbacks: [callback],
            validation_data: validate ? (x, y) : null);
    }

    private sealed class Telling : ICallback
    {
        public List<string> Story { get; } = [];

        public IModel Model { get; set; } = null!;

        public Action<string, IModel> At { get; init; } = (_, _) => { };

        public (string Name, float Value)? Adds { get; init; }

        public Dictionary<string, List<float>> history { get; set; } = [];

        public void on_train_begin() => Tell("train begins");

        public void on_train_end() => Tell("train ends");

        public void on_epoch_begin(int epoch) => Tell($"epoch {epoch} begins");

        public void on_train_batch_begin(long step) => Tell($"batch {step} begins");

        public void on_train_batch_end(long end_step, Dictionary<string, float> logs) => Tell($"batch {end_step} ends with {Names(logs)}");

        public void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
        {
            Tell($"epoch {epoch} ends with {Names(epoch_logs)}");
            if (Adds is { } added)
                epoch_logs[added.Name] = added.Value;
        }

        public void on_predict_begin() => Tell("predict begins");

        public void on_predict_batch_begin(long step) => Tell($"predict batch {step} begins");

        public void on_predict_batch_end(long end_step, Dictionary<string, Tensors> logs) => Tell($"predict batch {end_step} ends");

        public void on_predict_end() => Tell("predict ends");

        public void on_test_begin() => Tell("test begins");

        public void on_test_end(Dictionary<string, float> logs) => Tell($"test ends with {Names(logs)}");

        public void on_test_batch_begin(long step) => Tell($"test batch {step} begins");

        public void on_test_batch_end(long end_step, Dictionary<string, float> logs) => Tell($"test batch {end_step} ends with {Names(logs)}");

        private static string Names(Dictionary<string, float> logs) => string.Join(",", logs.Keys);

        private void Tell(string story)
        {
            Story.Add(story);
            At(story, Model);
        }
    }
}
