using System.Runtime.CompilerServices;
using Tensorflow.Functions;
using Tensorflow.Keras.Losses;
using Tensorflow.Keras.Metrics;
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

    /// <summary>Says how the model is trained and measured.</summary>
    /// <param name="optimizer">What changes the weights.</param>
    /// <param name="loss">What they are changed by.</param>
    /// <param name="metrics">Keras's names of metrics, as in "accuracy".</param>
    /// <exception cref="ArgumentException">A metric is unknown.</exception>
    void compile(IOptimizer optimizer, ILossFunc loss, string[] metrics);

    /// <summary>Says how the model is trained and measured, by Keras's names.</summary>
    /// <param name="optimizer">As in "adam", with Keras's defaults.</param>
    /// <param name="loss">As in "binary_crossentropy".</param>
    /// <param name="metrics">As in "accuracy".</param>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    void compile(string optimizer, string loss, string[] metrics);

    /// <summary>Says how the model is trained and measured.</summary>
    /// <param name="optimizer">What changes the weights.</param>
    /// <param name="loss">What they are changed by; one of several outputs' as well.</param>
    /// <param name="metrics">What measures the model.</param>
    void compile(IOptimizer optimizer, ILossFunc loss, IMetricFunc[] metrics);

    /// <summary>Says how the model is trained and measured.</summary>
    /// <param name="optimizer">What changes the weights.</param>
    /// <param name="loss">What they are changed by.</param>
    /// <param name="metrics">What measures the model, every row alike.</param>
    /// <param name="weighted_metrics">What measures it with sample_weight or class_weight.</param>
    void compile(IOptimizer optimizer, ILossFunc loss, IMetricFunc[] metrics, IMetricFunc[] weighted_metrics);

    /// <summary>Says how a model of several outputs is trained and measured, each by its layer's name.</summary>
    /// <param name="optimizer">What changes the weights.</param>
    /// <param name="loss">What each output is trained by; one without a loss is not trained.</param>
    /// <param name="loss_weights">What each loss counts for in the sum; 1 unless given.</param>
    /// <param name="metrics">What measures each output.</param>
    /// <param name="weighted_metrics">What measures it with the rows' weights.</param>
    /// <exception cref="ArgumentException">There is no output of a name.</exception>
    void compile(
        IOptimizer optimizer, Dictionary<string, ILossFunc> loss, Dictionary<string, float>? loss_weights = null,
        Dictionary<string, IMetricFunc[]>? metrics = null, Dictionary<string, IMetricFunc[]>? weighted_metrics = null);

    /// <summary>Trains the model.</summary>
    /// <param name="x">Inputs, a row a sample; floating-point numbers are converted to the model's dtype.</param>
    /// <param name="y">Labels, as many rows.</param>
    /// <param name="batch_size">Rows a batch, the last perhaps fewer; -1 means 32.</param>
    /// <param name="epochs">Number of the epoch to train up to.</param>
    /// <param name="verbose">0 prints nothing, 1 a line of progress, 2 a line an epoch.</param>
    /// <param name="callbacks">Told of every epoch and batch.</param>
    /// <param name="validation_split">The part of the rows, taken from the end, to validate with after every epoch.</param>
    /// <param name="validation_data">Rows to validate with instead.</param>
    /// <param name="validation_step">The number of epochs from one validation to the next; its default 10 says nothing, and every epoch is validated.</param>
    /// <param name="shuffle">Whether the rows are taken in an order drawn anew in each epoch; tf.set_random_seed makes it reproducible.</param>
    /// <param name="class_weight">A weight for the rows of each class; 1 for a class not named.</param>
    /// <param name="sample_weight">A weight for each row.</param>
    /// <param name="initial_epoch">Number of epochs trained before.</param>
    /// <param name="max_queue_size">No effect: batches are made when they are needed.</param>
    /// <param name="workers">No effect.</param>
    /// <param name="use_multiprocessing">No effect.</param>
    /// <returns>
    /// The history: a list a name with a number an epoch. "loss" is the mean over the batches weighted by their rows,
    /// each taken before its update; "val_loss" the same over the rows to validate with; metrics by their names.
    /// </returns>
    /// <exception cref="InvalidOperationException">The model is not compiled, or its loss is not one number.</exception>
    /// <exception cref="ArgumentException">The data do not fit the model or each other.</exception>
    ICallback fit(
        NDArray x, NDArray y, int batch_size = -1, int epochs = 1, int verbose = 1, List<ICallback>? callbacks = null,
        float validation_split = 0f, ValidationDataPack? validation_data = null, int validation_step = 10, bool shuffle = true,
        Dictionary<int, float>? class_weight = null, NDArray? sample_weight = null, int initial_epoch = 0,
        int max_queue_size = 10, int workers = 1, bool use_multiprocessing = false);

    /// <summary>Trains the model, with what Keras has beyond TensorFlow.NET.</summary>
    /// <param name="x">Inputs, a row a sample; floating-point numbers are converted to the model's dtype.</param>
    /// <param name="y">Labels, as many rows.</param>
    /// <param name="batch_size">Rows a batch, the last perhaps fewer; -1 means 32.</param>
    /// <param name="epochs">Number of the epoch to train up to.</param>
    /// <param name="verbose">0 prints nothing, 1 a line of progress, 2 a line an epoch.</param>
    /// <param name="callbacks">Told of every epoch and batch.</param>
    /// <param name="validation_split">The part of the rows, taken from the end, to validate with after every epoch.</param>
    /// <param name="validation_data">Rows to validate with instead.</param>
    /// <param name="validation_step">TensorFlow.NET's name of <paramref name="validation_freq"/>; its default 10 says nothing.</param>
    /// <param name="shuffle">Whether the rows are taken in an order drawn anew in each epoch; tf.set_random_seed makes it reproducible.</param>
    /// <param name="class_weight">A weight for the rows of each class; 1 for a class not named.</param>
    /// <param name="sample_weight">A weight for each row.</param>
    /// <param name="initial_epoch">Number of epochs trained before.</param>
    /// <param name="max_queue_size">No effect: batches are made when they are needed.</param>
    /// <param name="workers">No effect.</param>
    /// <param name="use_multiprocessing">No effect.</param>
    /// <param name="steps_per_epoch">Batches an epoch, the next going on where it stopped; -1 means all rows.</param>
    /// <param name="validation_steps">Batches to validate with; -1 means all rows.</param>
    /// <param name="validation_batch_size">Rows a batch to validate with; -1 means those of the training.</param>
    /// <param name="validation_freq">The number of epochs from one validation to the next.</param>
    /// <returns>
    /// The history: a list a name with a number an epoch. "loss" is the mean over the batches weighted by their rows,
    /// each taken before its update; "val_loss" the same over the rows to validate with; metrics by their names.
    /// </returns>
    /// <exception cref="InvalidOperationException">The model is not compiled, or its loss is not one number.</exception>
    /// <exception cref="ArgumentException">The data do not fit the model or each other.</exception>
    [OverloadResolutionPriority(-1)]
    ICallback fit(
        NDArray x, NDArray y, int batch_size = -1, int epochs = 1, int verbose = 1, List<ICallback>? callbacks = null,
        float validation_split = 0f, ValidationDataPack? validation_data = null, int validation_step = 10, bool shuffle = true,
        Dictionary<int, float>? class_weight = null, NDArray? sample_weight = null, int initial_epoch = 0,
        int max_queue_size = 10, int workers = 1, bool use_multiprocessing = false,
        int steps_per_epoch = -1, int validation_steps = -1, int validation_batch_size = -1, int validation_freq = 1);

    /// <summary>Trains a model of several inputs: x holds an array for each.</summary>
    /// <inheritdoc cref="fit(NDArray, NDArray, int, int, int, List{ICallback}, float, ValidationDataPack, int, bool, Dictionary{int, float}, NDArray, int, int, int, bool)"/>
    ICallback fit(
        IEnumerable<NDArray> x, NDArray y, int batch_size = -1, int epochs = 1, int verbose = 1, List<ICallback>? callbacks = null,
        float validation_split = 0f, ValidationDataPack? validation_data = null, bool shuffle = true,
        Dictionary<int, float>? class_weight = null, NDArray? sample_weight = null, int initial_epoch = 0,
        int max_queue_size = 10, int workers = 1, bool use_multiprocessing = false);

    /// <summary>
    /// Trains a model of several inputs and outputs: x holds an array for each input, y one for each output, and sample_weight
    /// one for each output, null for an output whose rows weigh alike.
    /// </summary>
    /// <inheritdoc cref="fit(NDArray, NDArray, int, int, int, List{ICallback}, float, ValidationDataPack, int, bool, Dictionary{int, float}, NDArray, int, int, int, bool)"/>
    ICallback fit(
        IEnumerable<NDArray> x, IEnumerable<NDArray> y, int batch_size = -1, int epochs = 1, int verbose = 1, List<ICallback>? callbacks = null,
        float validation_split = 0f, ValidationDataPack? validation_data = null, bool shuffle = true,
        IEnumerable<NDArray?>? sample_weight = null, int initial_epoch = 0);

    /// <summary>Changes the weights by one batch.</summary>
    /// <param name="x">Inputs, a row a sample.</param>
    /// <param name="y">Labels, as many rows.</param>
    /// <param name="sample_weight">A weight for each row.</param>
    /// <param name="class_weight">A weight for the rows of each class.</param>
    /// <returns>Loss and metrics since the last <see cref="reset_metrics"/>.</returns>
    /// <exception cref="InvalidOperationException">The model is not compiled.</exception>
    /// <exception cref="ArgumentException">The data do not fit the model or each other.</exception>
    Dictionary<string, float> train_on_batch(NDArray x, NDArray y, NDArray? sample_weight = null, Dictionary<int, float>? class_weight = null);

    /// <summary>Measures the model on one batch.</summary>
    /// <inheritdoc cref="train_on_batch"/>
    Dictionary<string, float> test_on_batch(NDArray x, NDArray y, NDArray? sample_weight = null);

    /// <summary>The outputs for one batch.</summary>
    /// <param name="x">Inputs, a row a sample.</param>
    Tensors predict_on_batch(Tensors x);

    /// <summary>Lets loss and metrics of batches begin anew.</summary>
    void reset_metrics();

    /// <summary>What loss and metrics come to over some rows.</summary>
    /// <param name="x">Inputs, a row a sample.</param>
    /// <param name="y">Labels, as many rows.</param>
    /// <param name="batch_size">Rows a batch; -1 means 32.</param>
    /// <param name="verbose">0 prints nothing, 1 or 2 the progress.</param>
    /// <param name="sample_weight">A weight for each row.</param>
    /// <param name="steps">Number of batches; -1 all.</param>
    /// <param name="max_queue_size">No effect: batches are made when they are needed.</param>
    /// <param name="workers">No effect.</param>
    /// <param name="use_multiprocessing">No effect.</param>
    /// <param name="return_dict">No effect: the result has names in any case.</param>
    /// <param name="is_val">No effect.</param>
    /// <exception cref="InvalidOperationException">The model is not compiled.</exception>
    /// <exception cref="ArgumentException">The data do not fit the model or each other.</exception>
    Dictionary<string, float> evaluate(
        NDArray x, NDArray y, int batch_size = -1, int verbose = 1, NDArray? sample_weight = null, int steps = -1,
        int max_queue_size = 10, int workers = 1, bool use_multiprocessing = false, bool return_dict = false, bool is_val = false);

    /// <summary>What loss and metrics of a model of several inputs come to: x holds an array for each.</summary>
    /// <inheritdoc cref="evaluate(NDArray, NDArray, int, int, NDArray, int, int, int, bool, bool, bool)"/>
    Dictionary<string, float> evaluate(IEnumerable<Tensor> x, Tensor y, int verbose = 1, NDArray? sample_weight = null, bool is_val = false);

    /// <summary>What loss and metrics of a model of several inputs and outputs come to: x and y hold an array for each.</summary>
    /// <inheritdoc cref="evaluate(NDArray, NDArray, int, int, NDArray, int, int, int, bool, bool, bool)"/>
    Dictionary<string, float> evaluate(
        IEnumerable<NDArray> x, IEnumerable<NDArray> y, int batch_size = -1, int verbose = 1, IEnumerable<NDArray?>? sample_weight = null, int steps = -1);

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

    /// <summary>
    /// Saves the model in a file that Python's Keras loads: .keras with its weights, and how it was compiled with the
    /// optimizer's state; .h5 the same in the older form. The file is written beside and renamed when it is whole.
    /// </summary>
    /// <param name="filepath">The file; its ending says its kind.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <param name="include_optimizer">Whether the file says how the model was compiled, and keeps the optimizer's state.</param>
    /// <param name="save_format">"keras" or "h5", which must agree with the ending; "tf" or null leave it to the ending.</param>
    /// <param name="options">No effect.</param>
    /// <param name="signatures">No effect.</param>
    /// <param name="save_traces">No effect.</param>
    /// <exception cref="ArgumentException">The ending is none of these, or the format does not agree with it.</exception>
    /// <exception cref="IOException">The file is there and may not be replaced, or cannot be written.</exception>
    /// <exception cref="NotSupportedException">The model holds what Keras does not have.</exception>
    void save(
        string filepath, bool overwrite = true, bool include_optimizer = true, string? save_format = "tf", SaveOptions? options = null,
        ConcreteFunction? signatures = null, bool save_traces = true);

    /// <summary>
    /// Saves the weights: .weights.h5 as Keras 3 does, with the optimizer's state; .h5 as Keras 2 and TensorFlow.NET do;
    /// .npz as an array a weight, for NumPy. The file is written beside and renamed when it is whole.
    /// </summary>
    /// <param name="filepath">The file; its ending says its kind.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <param name="save_format">"h5" or "npz", which must agree with the ending; null leaves it to the ending.</param>
    /// <param name="options">No effect.</param>
    /// <exception cref="ArgumentException">The ending is none of these, or the format does not agree with it.</exception>
    /// <exception cref="InvalidOperationException">The model has no weights yet.</exception>
    /// <exception cref="IOException">The file is there and may not be replaced, or cannot be written.</exception>
    void save_weights(string filepath, bool overwrite = true, string? save_format = null, object? options = null);

    /// <summary>
    /// Takes the weights from a file: .weights.h5, .keras, .h5 of Keras 2, 3 or TensorFlow.NET, or .npz. All is read and
    /// checked before the first weight changes.
    /// </summary>
    /// <param name="filepath">The file; its ending says its kind.</param>
    /// <param name="by_name">
    /// Whether layers of a .h5 file, or weights of a .npz file, are found by name, and those that are not there keep their
    /// weights; otherwise they are taken in order.
    /// </param>
    /// <param name="skip_mismatch">Whether weights that do not fit keep their values.</param>
    /// <param name="options">No effect.</param>
    /// <exception cref="ArgumentException">The ending is none of these, or such a file does not know names.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is broken or hostile, or its weights do not fit the model.</exception>
    /// <exception cref="InvalidOperationException">The model has no weights yet.</exception>
    void load_weights(string filepath, bool by_name = false, bool skip_mismatch = false, object? options = null);

    /// <summary>What the model is made of and how it is compiled, without weights, as Python's Keras writes it.</summary>
    /// <exception cref="NotSupportedException">The model holds what Keras does not have.</exception>
    string to_json();
}
