using System.IO.Compression;
using System.Numerics;
using Comparison.Models;
using Comparison.Sides;
using Comparison.Tests.DataSets;
using Comparison.Tests.Scratch.Dense;
using CsCheck;
using DataSets.Preparing;
using Ledger.Arithmetic;
using Ledger.Files;
using Ledger.Networks;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.KerasApi;

namespace Comparison.Tests.Models;

/// <summary>Models in folders.</summary>
[TestClass]
public sealed class SavedModelTests
{
    private static readonly DrawnNetwork Some = new(3, [new(4, Activation.Relu)], new ClassTarget("kind", ["a", "b"], AreTexts: true), UsesAdam: false, Seed: 2);

    [TestMethod]
    public void What_is_saved_is_read_back_to_the_bit_of_either_side()
    {
        DrawnNetwork.Any.Sample(
            drawn =>
            {
                Returns<float>(drawn);
                if (global::KerasVersion.Engine.Current.HasFloat64)
                    Returns<double>(drawn);
            },
            iter: 20, threads: 1);
    }

    [TestMethod]
    [NeedsKerasFiles]
    public void Keras_files_hold_the_members_of_Pythons_and_predict_the_same_bits_when_they_are_loaded()
    {
        using var folder = new TemporaryFolder();
        TrainedNetwork<float> network = Some.Network<float>();
        Save(folder.Path, Some, network, Side.Scratch);
        float[,] rows = Some.Rows<float>(20);
        float[] expected = [.. KerasSide.DenseModel(network).Predict(rows).Cast<float>()];

        IModel loaded = keras.models.load_model(folder.File("scratch/model.keras"));
        SameBits.Of(expected, loaded.predict(np.array(rows)).ToArray<float>(), "the model in model.keras");

        foreach (var weight in loaded.TrainableVariables)
            weight.assign(np.zeros(weight.shape));
        loaded.load_weights(folder.File("scratch/model.weights.h5"));
        SameBits.Of(expected, loaded.predict(np.array(rows)).ToArray<float>(), "the weights in model.weights.h5");

        CollectionAssert.AreEqual(Members(Recordings.Path("document.keras")), Members(folder.File("scratch/model.keras")));
    }

    [TestMethod]
    public void A_file_that_is_cut_short_or_changed_is_refused_in_one_line()
    {
        using var folder = new TemporaryFolder();
        Save(folder.Path, Some, Some.Network<float>(), Side.Scratch);
        string file = folder.File("scratch/model.npz");
        byte[] whole = File.ReadAllBytes(file);
        foreach (int length in new[] { 0, 1, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(file, whole[..length]);
            Refusal.Of(() => SavedModel.Open(folder.Path).Read<float>(Side.Scratch), "model.npz");
        }
        for (int at = 0; at < whole.Length; at += 7)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0x10;
            File.WriteAllBytes(file, changed);
            try
            {
                Equal(Some.Network<float>(), SavedModel.Open(folder.Path).Read<float>(Side.Scratch));
            }
            catch (global::DataSets.InputException)
            {
                // Either it is refused, or what was changed (a date in the zip, say) is nothing that is read.
            }
        }
    }

    [TestMethod]
    public void A_network_of_another_preparation_is_refused()
    {
        using var folder = new TemporaryFolder();
        Save(folder.Path, Some, Some.Network<float>(), Side.Scratch);
        File.WriteAllText(folder.File("preparation.json"), (Some with { Inputs = 4 }).Preparation.ToJson());
        Refusal.Of(() => SavedModel.Open(folder.Path).Read<float>(Side.Scratch), "model.npz", "prepared in another way", "put back the files");
    }

    [TestMethod]
    public void A_network_that_does_not_go_with_its_target_is_refused()
    {
        using var folder = new TemporaryFolder();
        DrawnNetwork other = Some with { Target = new ClassTarget("kind", ["a", "b", "c"], AreTexts: true) };
        SavedModel.Save(folder.Path, other.Preparation, new Dictionary<Side, TrainedNetwork<float>> { [Side.Scratch] = Some.Network<float>() });
        Refusal.Of(() => SavedModel.Open(folder.Path).Read<float>(Side.Scratch), "has 1 outputs", "\"kind\"");
    }

    [TestMethod]
    public void Parameters_that_are_not_finite_are_refused_when_they_are_read()
    {
        using var folder = new TemporaryFolder();
        TrainedNetwork<float> network = Some.Network<float>();
        network.Parameters[0].Weights[1, 2] = float.NaN;
        Save(folder.Path, Some, network, Side.Scratch);
        Refusal.Of(() => SavedModel.Open(folder.Path).Read<float>(Side.Scratch), "hidden_weights is not finite");
    }

    [TestMethod]
    public void A_folder_without_a_model_and_a_side_that_did_not_train_are_refused()
    {
        using var folder = new TemporaryFolder();
        Refusal.Of(() => SavedModel.Open(folder.Path), "holds no model", "preparation.json");
        Refusal.Of(() => SavedModel.Open(folder.File("nowhere")), "holds no model");
        folder.Write("preparation.json", Some.Preparation.ToJson());
        Refusal.Of(() => SavedModel.Open(folder.Path), "holds no trained network");
        folder.Write("preparation.json", "{}");
        Refusal.Of(() => SavedModel.Open(folder.Path), "preparation.json");
        Save(folder.Path, Some, Some.Network<float>(), Side.Scratch);
        Refusal.Of(() => SavedModel.Open(folder.Path).Read<float>(Side.Keras), "no network of side keras", "scratch");
    }

    [TestMethod]
    public void Networks_of_two_dtypes_are_no_model()
    {
        using var folder = new TemporaryFolder();
        Save(folder.Path, Some, Some.Network<float>(), Side.Scratch);
        using var other = new TemporaryFolder();
        if (global::KerasVersion.Engine.Current.HasFloat64)
        {
            Save(other.Path, Some, Some.Network<double>(), Side.Keras);
            Directory.Move(other.File("keras"), folder.File("keras"));
            Refusal.Of(() => SavedModel.Open(folder.Path), "several dtypes", "float32", "float64");
        }
    }

    [TestMethod]
    public void A_folder_that_cannot_be_written_is_refused_and_what_was_there_stays_whole()
    {
        using var folder = new TemporaryFolder();
        Save(folder.Path, Some, Some.Network<float>(), Side.Scratch);
        string[] before = [.. Directory.GetFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories)];
        byte[] arrays = File.ReadAllBytes(folder.File("scratch/model.npz"));
        string file = folder.Write("file", "");

        Refusal.Of(() => Save(file, Some, Some.Network<float>(), Side.Scratch), file, "cannot be written");
        Refusal.Of(() => Save(Path.Combine(file, "deeper"), Some, Some.Network<float>(), Side.Scratch), "cannot be written");
        File.Delete(file);
        folder.Write("keras", "in the way");
        Refusal.Of(() => Save(folder.Path, Some, Some.Network<float>(), Side.Keras), "keras", "cannot be written");
        File.Delete(folder.File("keras"));

        CollectionAssert.AreEquivalent(before, Directory.GetFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories));
        CollectionAssert.AreEqual(arrays, File.ReadAllBytes(folder.File("scratch/model.npz")));
    }

    [TestMethod]
    public void A_side_that_did_not_train_this_time_is_not_left_from_another_training()
    {
        using var folder = new TemporaryFolder();
        Save(folder.Path, Some, Some.Network<float>(), Side.Keras);
        Save(folder.Path, Some, Some.Network<float>(), Side.Scratch);
        CollectionAssert.AreEqual(new[] { Side.Scratch }, SavedModel.Open(folder.Path).Sides.ToArray());
        Assert.IsFalse(Directory.Exists(folder.File("keras")));
    }

    [TestMethod]
    public void The_arrays_have_the_documents_names_and_shapes_and_the_network_and_the_preparation_stand_beside_them()
    {
        using var folder = new TemporaryFolder();
        Save(folder.Path, Some, Some.Network<float>(), Side.Scratch);
        using FileStream stream = File.OpenRead(folder.File("scratch/model.npz"));
        using var arrays = new NpzArrays("model.npz", stream);

        CollectionAssert.AreEquivalent(new[] { "dtype", "network", "preparation", "hidden_weights", "hidden_bias", "output_weights", "output_bias" }, arrays.Names.ToArray());
        CollectionAssert.AreEqual(new[] { 3, 4 }, arrays.Shape("hidden_weights").ToArray());
        Assert.AreEqual("float32", arrays.Texts("dtype").Single());
        Assert.AreEqual(Some.Preparation.ToJson(), arrays.Texts("preparation").Single());
        Assert.AreEqual(LossFunction.BinaryCrossentropy, NetworkText.Read(arrays.Texts("network").Single()).Network.Loss);
    }

    private static void Returns<T>(DrawnNetwork drawn)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var folder = new TemporaryFolder();
        TrainedNetwork<T> scratch = drawn.Network<T>(), keras = (drawn with { Seed = drawn.Seed + 2 }).Network<T>();
        SavedModel.Save(folder.Path, drawn.Preparation, new Dictionary<Side, TrainedNetwork<T>> { [Side.Scratch] = scratch, [Side.Keras] = keras });

        SavedModel model = SavedModel.Open(folder.Path);

        CollectionAssert.AreEqual(new[] { Side.Scratch, Side.Keras }, model.Sides.ToArray());
        Assert.AreEqual(FloatFormat.Of<T>(), model.Format);
        Assert.AreEqual(drawn.Preparation.ToJson(), model.Preparation.ToJson());
        Equal(scratch, model.Read<T>(Side.Scratch));
        Equal(keras, model.Read<T>(Side.Keras));
    }

    private static void Equal<T>(TrainedNetwork<T> expected, TrainedNetwork<T> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Assert.AreEqual(expected.Network, actual.Network);
        Assert.AreEqual(expected.LearningRate, actual.LearningRate);
        SameBits.Of(expected.Parameters, actual.Parameters, $"{expected.Network}");
    }

    private static void Save<T>(string folder, DrawnNetwork drawn, TrainedNetwork<T> network, Side side)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        SavedModel.Save(folder, drawn.Preparation, new Dictionary<Side, TrainedNetwork<T>> { [side] = network });

    private static string[] Members(string file)
    {
        using ZipArchive archive = ZipFile.OpenRead(file);
        return [.. archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
    }
}
