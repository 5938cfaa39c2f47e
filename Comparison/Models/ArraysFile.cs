using System.Numerics;
using Comparison.Problems;
using DataSets;
using DataSets.Preparing;
using Ledger.Arithmetic;
using Ledger.Files;
using Ledger.Networks;
using Ledger.Traces;

namespace Comparison.Models;

/// <summary>
/// A network as .npz: the exact form that a saved model is read from. Its parameters stand under the document's names, and beside
/// them the texts "network" (layers, loss, optimizer as JSON), "preparation" (how a table becomes inputs, as JSON) and "dtype".
/// </summary>
internal static class ArraysFile
{
    private const string PreparationMember = "preparation", DtypeMember = "dtype";

    /// <summary>Writes a network.</summary>
    public static void Write<T>(string file, TrainedNetwork<T> network, Preparation preparation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        FloatFormat format = FloatFormat.Of<T>();
        using FileStream stream = File.Create(file);
        using var writer = new NpzWriter(stream);
        writer.Texts(DtypeMember, [], format.Name);
        writer.Texts(NetworkText.Member, [], NetworkText.Json(network.Network, network.LearningRate.Requested));
        writer.Texts(PreparationMember, [], preparation.ToJson());
        foreach (var (name, array) in network.Arrays)
            writer.Floats(name, array, format);
    }

    /// <summary>Reads the dtype of a network's parameters.</summary>
    /// <exception cref="InputException">The file holds no network, or is damaged.</exception>
    public static FloatFormat Format(string file) => Read(file, arrays => FormatIn(file, arrays));

    /// <summary>Reads a network.</summary>
    /// <param name="file">The file.</param>
    /// <param name="preparation">The preparation that its rows go through.</param>
    /// <typeparam name="T">The dtype that <see cref="Format"/> tells.</typeparam>
    /// <exception cref="InputException">The file holds no network, is damaged, or its network was trained on rows prepared in another way.</exception>
    public static TrainedNetwork<T> Read<T>(string file, Preparation preparation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Read(file, arrays =>
        {
            if (Text(file, arrays, PreparationMember) != preparation.ToJson())
                throw new InputException($"{file}: was trained on rows prepared in another way than {SavedModel.PreparationFile} beside it tells; put back the files that were saved together.");
            NetworkText.Description description = Described(file, Text(file, arrays, NetworkText.Member));
            Network network = new(preparation.InputNames.Count, description.Network.Layers, description.Network.Loss, description.Network.Optimizer);
            CheckOutputs(file, network, preparation.Target);
            Dictionary<string, NumberArray> parameters = network.Parameters.ToDictionary(parameter => parameter.Name, parameter => Parameter(file, arrays, parameter));
            return TrainedNetwork<T>.Of(network, LearningRate.For(description.LearningRate ?? throw Bad(file, "tells no learning rate"), FormatIn(file, arrays)), parameters);
        });

    private static TResult Read<TResult>(string file, Func<NpzArrays, TResult> read)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            using var arrays = new NpzArrays(file, stream);
            return read(arrays);
        }
        catch (TraceFileException error)
        {
            throw new InputException(error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file}: cannot be read ({error.Message.TrimEnd('.')}).");
        }
    }

    private static FloatFormat FormatIn(string file, NpzArrays arrays)
    {
        string dtype = Text(file, arrays, DtypeMember);
        return dtype == FloatFormat.Float32.Name ? FloatFormat.Float32 : dtype == FloatFormat.Float64.Name ? FloatFormat.Float64
            : throw Bad(file, $"says that its dtype is {dtype}");
    }

    private static string Text(string file, NpzArrays arrays, string name) =>
        arrays.Names.Contains(name) && arrays.IsText(name) && arrays.Texts(name) is [string text] ? text : throw Bad(file, $"has no text \"{name}\"");

    private static NetworkText.Description Described(string file, string json)
    {
        try
        {
            return NetworkText.Read(json);
        }
        catch (FormatException error)
        {
            throw Bad(file, $"describes no network: {error.Message}");
        }
    }

    private static NumberArray Parameter(string file, NpzArrays arrays, Quantity parameter)
    {
        if (!arrays.Names.Contains(parameter.Name))
            throw Bad(file, $"has no array {parameter.Name}");
        IReadOnlyList<int> shape = arrays.Shape(parameter.Name), needed = [.. parameter.Lengths.Select(length => length!.Value)];
        if (!shape.SequenceEqual(needed))
            throw Bad(file, $"has {parameter.Name} of shape {NumberArray.Describe(shape)}, where its layers and its preparation need {NumberArray.Describe(needed)}");
        NumberArray array = arrays.Numbers(parameter.Name);
        return array.Values.All(double.IsFinite) ? array : throw new InputException($"{file}: {parameter.Name} is not finite, so that it predicts nothing; train again, with a smaller learning rate.");
    }

    private static void CheckOutputs(string file, Network network, Target target)
    {
        int units = network.Layers[^1].Units;
        bool fits = target is ClassTarget classes ? units == classes.Classes.Count || (units, classes.Classes.Count) == (1, 2) : units == 1;
        if (!fits)
            throw Bad(file, $"has {units} outputs, which do not go with the target \"{target.Name}\"");
    }

    private static InputException Bad(string file, string what) => new($"{file}: {what}; name the folder of a model as train saved it.");
}
