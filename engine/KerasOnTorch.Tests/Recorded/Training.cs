using System.Text.Json;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;

namespace KerasOnTorch.Tests.Recorded;

/// <summary>
/// A recorded training, repeated twice: as recorded, and from start weights that are all one ULP farther from zero. How far the
/// twin gets away measures what rounding alone can do to this training: a result may be eight times as far from the
/// recorded one, and eight roundings of the largest weight farther where the twin comes back to it.
/// </summary>
internal sealed class Training
{
    private readonly TF_DataType dtype;
    private readonly NDArray x, y;
    private readonly int batch_size;
    private readonly TwoLayers network, twin;
    private List<double> losses = [], twin_losses = [];

    private Training(TF_DataType dtype, NDArray x, NDArray y, List<NDArray> start, double learning_rate, int batch_size)
    {
        (this.dtype, this.x, this.y, this.batch_size) = (dtype, x, y, batch_size);
        network = new(dtype, start, learning_rate);
        twin = new(dtype, [.. start.Select(Bumped)], learning_rate);
    }

    public static Training Of(JsonElement run, JsonElement start, int batch_size)
    {
        TF_DataType dtype = run.Dtype();
        bool document = run.TryGetProperty("y_true", out JsonElement label);
        NDArray x = (document ? start : run).GetProperty("inputs").Array(dtype);
        NDArray y = document ? RecordedNumbers.ArrayOf([label.Number()], new Shape(1, 1), dtype) : run.GetProperty("labels").Array(dtype);
        double learning_rate = (document ? start : run).GetProperty("learning_rate").Number();
        return new(dtype, x, y, TwoLayers.Weights(start, dtype), learning_rate, batch_size);
    }

    public void Fit(int epochs)
    {
        losses = Losses(network, epochs);
        twin_losses = Losses(twin, epochs);
    }

    public void AgreesWith(JsonElement after)
    {
        List<NDArray> weights = network.Model.get_weights(), twins = twin.Model.get_weights();
        for (int i = 0; i < weights.Count; i++)
            AreNear(after.GetProperty(TwoLayers.WeightNames[i]).Numbers(), weights[i].Numbers(), twins[i].Numbers(), dtype, TwoLayers.WeightNames[i]);
    }

    /// <summary>History holds floats, so that a float's roundoff counts.</summary>
    public void LossesAgreeWith(double[] recorded) => AreNear(recorded, [.. losses], [.. twin_losses], TF_DataType.TF_FLOAT, "loss");

    public void PredictionsAgreeWith(double[] recorded) => AreNear(
        recorded, network.Model.predict(x).Single.Numbers(), twin.Model.predict(x).Single.Numbers(), dtype, "predictions");

    private void AreNear(double[] recorded, double[] actual, double[] twin, TF_DataType dtype, string what)
    {
        double gap = Closeness.Largest([.. actual.Zip(twin, (a, b) => a - b)]);
        double largest = Closeness.Largest([.. network.Model.get_weights().SelectMany(weights => weights.Numbers()), .. recorded]);
        double bound = 8 * gap + 8 * dtype.Roundoff() * largest;
        Closeness.AreWithin(recorded, actual, _ => bound, what);
    }

    private List<double> Losses(TwoLayers network, int epochs)
    {
        ICallback history = network.Model.fit(x, y, batch_size: batch_size, epochs: epochs, verbose: 0, shuffle: false);
        return [.. history.history["loss"].Select(loss => (double)loss)];
    }

    private NDArray Bumped(NDArray weights) =>
        RecordedNumbers.ArrayOf(Array.ConvertAll(weights.Numbers(), number => Closeness.Moved(number, 1, dtype)), weights.shape, dtype);
}
