using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Models;

/// <summary>keras.models.</summary>
public interface IModelsApi
{
    /// <summary>Reads a model from a .keras file, or from a .h5 file of Keras 2 or 3, with its weights.</summary>
    /// <param name="filepath">The file; its ending says its kind.</param>
    /// <param name="compile">Whether to compile the model as it was when it was saved, so that training goes on where it stopped.</param>
    /// <param name="options">No effect.</param>
    /// <exception cref="ArgumentException">The ending is none of these.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is broken or hostile, or describes a model that cannot be made here.</exception>
    /// <exception cref="NotSupportedException">The model holds Python code, which is never run.</exception>
    IModel load_model(string filepath, bool compile = true, LoadOptions? options = null);

    /// <summary>Makes a model, with weights of its own, from what <see cref="IModel.to_json"/> gave.</summary>
    /// <param name="json_string">The description.</param>
    /// <exception cref="InvalidDataException">It describes no model that can be made here.</exception>
    /// <exception cref="NotSupportedException">The model holds Python code, which is never run.</exception>
    IModel model_from_json(string json_string);
}
