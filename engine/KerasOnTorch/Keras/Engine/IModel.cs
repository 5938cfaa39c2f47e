using Tensorflow.Keras.Losses;
using Tensorflow.NumPy;
using Tensorflow.Util;

namespace Tensorflow.Keras.Engine;

/// <summary>A layer of layers that can be trained, and asked for predictions.</summary>
public interface IModel : ILayer
{
    /// <summary>Set by a callback to end the training after the batch under way.</summary>
    bool Stop_training { get; set; }

    /// <summary>Says how the model is trained.</summary>
    /// <param name="optimizer">What changes the weights.</param>
    /// <param name="loss">What they are changed by.</param>
    void compile(IOptimizer optimizer, ILossFunc loss);

    /// <summary>Trains the model.</summary>
    /// <param name="x">Inputs, a row a sample; floating-point numbers are converted to the model's dtype.</param>
    /// <param name="y">Labels, as many rows.</param>
    /// <param name="batch_size">Rows a batch, the last perhaps fewer; -1 means 32.</param>
    /// <param name="epochs">Number of the epoch to train up to.</param>
    /// <param name="verbose">0 prints nothing, 1 a line of progress, 2 a line an epoch.</param>
    /// <param name="callbacks">Told of every epoch and batch.</param>
    /// <param name="validation_split">The part of the rows, taken from the end, to validate with after every epoch.</param>
    /// <param name="validation_data">Rows to validate with instead.</param>
    /// <param name="validation_step">Not supported: validation follows every epoch.</param>
    /// <param name="shuffle">Whether the rows are taken in an order drawn anew in each epoch; tf.set_random_seed makes it reproducible.</param>
    /// <param name="class_weight">A weight for the rows of each class; 1 for a class not named.</param>
    /// <param name="sample_weight">A weight for each row.</param>
    /// <param name="initial_epoch">Number of epochs trained before.</param>
    /// <param name="max_queue_size">No effect: batches are made when they are needed.</param>
    /// <param name="workers">No effect.</param>
    /// <param name="use_multiprocessing">No effect.</param>
    /// <returns>
    /// The history: a list a name with a number an epoch. "loss" is the mean over the batches weighted by their rows,
    /// each taken before its update; "val_loss" the same over the rows to validate with.
    /// </returns>
    /// <exception cref="InvalidOperationException">The model is not compiled, or its loss is not one number.</exception>
    /// <exception cref="ArgumentException">The data do not fit the model or each other.</exception>
    /// <exception cref="NotSupportedException"><paramref name="validation_step"/> is given.</exception>
    ICallback fit(
        NDArray x, NDArray y, int batch_size = -1, int epochs = 1, int verbose = 1, List<ICallback>? callbacks = null,
        float validation_split = 0f, ValidationDataPack? validation_data = null, int validation_step = 10, bool shuffle = true,
        Dictionary<int, float>? class_weight = null, NDArray? sample_weight = null, int initial_epoch = 0,
        int max_queue_size = 10, int workers = 1, bool use_multiprocessing = false);

    /// <summary>The outputs for inputs, batch by batch.</summary>
    /// <param name="x">Inputs, a row a sample.</param>
    /// <param name="batch_size">Rows a batch; -1 means 32.</param>
    /// <param name="verbose">0 prints nothing, 1 or 2 the progress.</param>
    /// <param name="steps">Number of batches to predict; -1 all.</param>
    /// <param name="max_queue_size">No effect: batches are made when they are needed.</param>
    /// <param name="workers">No effect.</param>
    /// <param name="use_multiprocessing">No effect.</param>
    /// <exception cref="ArgumentException">The inputs do not fit the model.</exception>
    Tensors predict(
        Tensors x, int batch_size = -1, int verbose = 0, int steps = -1, int max_queue_size = 10, int workers = 1, bool use_multiprocessing = false);

    /// <summary>Prints the layers with their shapes and numbers of weights, to <see cref="Binding.tf_output_redirect"/>.</summary>
    /// <param name="line_length">Width of the table; 80 unless given.</param>
    /// <param name="positions">Where each column ends, as parts of the width or in characters; 0.45, 0.80, 1.0 unless given.</param>
    /// <exception cref="ArgumentException">The columns are fewer than three, or too narrow.</exception>
    void summary(int line_length = -1, float[]? positions = null);
}
