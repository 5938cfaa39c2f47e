using System.Text.Json;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;

namespace Tensorflow.Keras.Models;

/// <summary>keras.models.</summary>
public class ModelsApi : IModelsApi
{
    /// <inheritdoc/>
    public IModel load_model(string filepath, bool compile = true, LoadOptions? options = null) => ModelFile.Read(filepath, compile);

    /// <inheritdoc/>
    public IModel model_from_json(string json_string)
    {
        const string place = "The description";
        JsonElement description = ModelReader.Parse(json_string, place);
        return ModelFile.Made(place, () =>
        {
            Model model = new ModelReader().Model(description);
            if (description.TryGetProperty("compile_config", out JsonElement compilation))
                CompilationReader.Compile(model, compilation);
            return model;
        });
    }
}
