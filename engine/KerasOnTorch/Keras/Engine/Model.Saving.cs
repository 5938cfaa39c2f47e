using Tensorflow.Functions;
using Tensorflow.Keras.Optimizers;
using Tensorflow.Keras.Saving;

namespace Tensorflow.Keras.Engine;

/// <content>Files of models and of weights.</content>
public abstract partial class Model
{
    /// <summary>What a file keeps of the model, and of its optimizer if it has one.</summary>
    internal StoredPart StoredWithOptimizer
    {
        get
        {
            StoredPart model = Stored;
            return Optimizer is OptimizerV2 optimizer
                ? model with { Parts = [.. model.Parts, ("optimizer", new StoredPart(optimizer, optimizer.Name, optimizer.Variables))] }
                : model;
        }
    }

    /// <inheritdoc/>
    public void save(
        string filepath, bool overwrite = true, bool include_optimizer = true, string? save_format = "tf", SaveOptions? options = null,
        ConcreteFunction? signatures = null, bool save_traces = true) => ModelFile.Save(this, filepath, overwrite, include_optimizer, save_format);

    /// <inheritdoc/>
    public void save_weights(string filepath, bool overwrite = true, string? save_format = null, object? options = null) =>
        ModelFile.SaveWeights(this, filepath, overwrite, save_format);

    /// <inheritdoc/>
    public void load_weights(string filepath, bool by_name = false, bool skip_mismatch = false, object? options = null) =>
        ModelFile.LoadWeights(this, filepath, by_name, skip_mismatch);

    /// <inheritdoc/>
    public string to_json() => new ModelWriter().Layer(this).ToJsonString();
}
