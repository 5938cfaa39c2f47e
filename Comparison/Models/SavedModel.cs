using System.Numerics;
using Comparison.Models.Onnx;
using Comparison.Reports;
using Comparison.Sides;
using DataSets;
using DataSets.Preparing;
using KerasVersion;
using Ledger.Arithmetic;

namespace Comparison.Models;

/// <summary>
/// A model in a folder: how a table becomes inputs (preparation.json), and for each side that trained a folder of its name with
/// the network in four forms: model.npz, from which it is read, model.onnx, and Keras's model.keras and model.weights.h5.
/// </summary>
/// <param name="Folder">The folder.</param>
/// <param name="Preparation">How a table becomes inputs and labels.</param>
/// <param name="Sides">The sides that are there.</param>
/// <param name="Format">The dtype of their networks.</param>
public sealed record SavedModel(string Folder, Preparation Preparation, IReadOnlyList<Side> Sides, FloatFormat Format)
{
    /// <summary>The file with the preparation.</summary>
    public const string PreparationFile = "preparation.json";

    private const string ArraysName = "model.npz", OnnxName = "model.onnx", KerasName = "model.keras", WeightsName = "model.weights.h5";

    /// <summary>Saves the preparation and the networks that were trained. A side's folder is whole or, if it cannot be written, as it was before.</summary>
    /// <param name="folder">The folder, which is made if it is not there; what it holds of another model goes, that of a side that did not train now too.</param>
    /// <param name="preparation">How the training's table became inputs and labels.</param>
    /// <param name="networks">The trained networks.</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <exception cref="InputException">It cannot be written; the message names the file or folder.</exception>
    public static void Save<T>(string folder, Preparation preparation, IReadOnlyDictionary<Side, TrainedNetwork<T>> networks)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AtomicFolder.Create(folder);
        foreach (var (side, network) in networks)
            AtomicFolder.Write(FolderOf(folder, side), place =>
            {
                ArraysFile.Write(Path.Combine(place, ArraysName), network, preparation);
                File.WriteAllBytes(Path.Combine(place, OnnxName), OnnxFile.Bytes(network, preparation));
                if (Engine.Current.WritesKerasFiles)
                    KerasSide.DenseModel(network).Save(Path.Combine(place, KerasName), Path.Combine(place, WeightsName));
            });
        foreach (Side side in Enum.GetValues<Side>().Except(networks.Keys))
            AtomicFolder.Delete(FolderOf(folder, side));
        AtomicFile.Write(Path.Combine(folder, PreparationFile), preparation.ToJson());
    }

    /// <summary>Finds out what a folder holds.</summary>
    /// <exception cref="InputException">It is no folder of a model, or a file in it is damaged.</exception>
    public static SavedModel Open(string folder)
    {
        string file = Path.Combine(folder, PreparationFile);
        if (!File.Exists(file))
            throw new InputException($"{folder}: holds no model, which has a {PreparationFile}; name the folder that train was given as --out.");
        Preparation preparation = Preparation.FromJson(ReadText(file), file);
        Side[] sides = [.. Enum.GetValues<Side>().Where(side => File.Exists(Arrays(folder, side)))];
        FloatFormat[] formats = [.. sides.Select(side => ArraysFile.Format(Arrays(folder, side))).Distinct()];
        return formats switch
        {
            [var format] => new(folder, preparation, sides, format),
            [] => throw new InputException($"{folder}: holds no trained network ({string.Join(" or ", Enum.GetValues<Side>().Select(side => Arrays("", side)))}); train again."),
            _ => throw new InputException($"{folder}: holds networks of several dtypes ({string.Join(", ", formats.Select(format => format.Name))}), which were not trained together; train again."),
        };
    }

    /// <summary>Reads a side's network.</summary>
    /// <typeparam name="T">The type of <see cref="Format"/>.</typeparam>
    /// <exception cref="InputException">It is not there, is damaged, or does not go with the preparation.</exception>
    public TrainedNetwork<T> Read<T>(Side side)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Sides.Contains(side)
        ? ArraysFile.Read<T>(Arrays(Folder, side), Preparation)
        : throw new InputException($"{Folder}: holds no network of side {side.Name()}, only of {string.Join(", ", Sides.Select(each => each.Name()))}; choose that one, or train both.");

    private static string FolderOf(string folder, Side side) => Path.Combine(folder, side.Name());

    private static string Arrays(string folder, Side side) => Path.Combine(FolderOf(folder, side), ArraysName);

    private static string ReadText(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file}: cannot be read ({error.Message.TrimEnd('.')}).");
        }
    }
}
