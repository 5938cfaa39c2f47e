using System.Text.Json;
using Comparison.Problems;
using Comparison.Sides;
using Ledger.Arithmetic;
using Ledger.Formulas;
using Ledger.Judging;
using Ledger.Traces;

namespace Comparison.Tests.KerasVersion;

/// <summary>The Keras side against recorded runs of Python Keras, and Scratch beside it against the formulas.</summary>
[TestClass]
public sealed class RecordedKerasTests
{
    private static readonly string[] Parameters = ["hidden_weights", "hidden_bias", "output_weights", "output_bias"];

    public static IEnumerable<object[]> Documents => Named("document.json", item => $"{item.Text("dtype")}, y_true {item.Number("y_true")}");

    public static IEnumerable<object[]> Networks => Named("random_networks.json", item =>
        $"{item.Text("dtype")}, {item.Array("inputs", FloatFormat.Float64).Rows} rows, batches of {item.Number("batch_size")}");

    [TestMethod]
    [NeedsKerasLoss]
    [DynamicData(nameof(Documents))]
    public void Every_quantity_of_every_epoch_of_the_document_agrees_with_Keras(string name, JsonElement recorded)
    {
        JsonElement[] epochs = [.. recorded.GetProperty("epochs").EnumerateArray()];
        Problem problem = RecordedProblem.OfDocument(recorded, epochs.Length);
        NeedsFloat64Attribute.Check(problem.Format);
        Trace trace = KerasSide.Train(problem).Trace;
        var replay = new Replay(trace);
        for (int epoch = 1; epoch <= epochs.Length; epoch++)
            foreach (Quantity quantity in trace.Network.Quantities)
            {
                NumberArray? ours = trace.Read(quantity.Name, epoch) ?? trace.Steps[epoch - 1].Derived.GetValueOrDefault(quantity.Name);
                if (Recorded(epochs[epoch - 1], quantity.Name) is not { } theirs)
                    continue;
                Assert.IsNotNull(ours, $"{name}: epoch {epoch} has no {quantity.Name}");
                for (int i = 0; i < theirs.Length; i++)
                {
                    // Both are honest evaluations of one exact number, each within its budget of it.
                    double budget = 2 * replay[quantity.Name, epoch].Values[i].Hard;
                    Assert.IsTrue(Math.Abs(ours.Values[i] - theirs[i]) <= budget,
                        $"{name}: epoch {epoch}, {quantity.Name}[{i}]: {ours.Values[i]:R}, Keras {theirs[i]:R}, budget {budget:G3}");
                }
            }
    }

    [TestMethod]
    [NeedsKerasLoss]
    [DynamicData(nameof(Documents))]
    public void After_five_and_after_a_thousand_epochs_fit_ends_where_Keras_ends(string name, JsonElement recorded)
    {
        foreach (var (field, epochs) in new[] { ("after_five", 5), ("after_thousand", 1000) })
        {
            Problem problem = RecordedProblem.OfDocument(recorded, epochs);
            NeedsFloat64Attribute.Check(problem.Format);
            Dictionary<string, double[]> expected = Parameters.ToDictionary(parameter => parameter, parameter => recorded.GetProperty(field).Numbers(parameter));
            expected["losses"] = epochs == 5 ? recorded.Numbers("five_epoch_losses") : [];
            Fitted.EndsAsRecorded(name, problem, Fitted.Document, expected);
        }
    }

    [TestMethod]
    [NeedsKerasLoss]
    [DynamicData(nameof(Networks))]
    public void A_random_network_ends_with_the_losses_weights_and_predictions_of_Keras(string name, JsonElement recorded)
    {
        Problem problem = RecordedProblem.OfNetwork(recorded);
        NeedsFloat64Attribute.Check(problem.Format);
        Dictionary<string, double[]> expected = Parameters.ToDictionary(parameter => parameter, parameter => recorded.GetProperty("after").Numbers(parameter));
        expected["losses"] = recorded.Numbers("losses");
        expected["predictions"] = recorded.Numbers("predictions");
        Fitted.EndsAsRecorded(name, problem, Fitted.Document, expected);
    }

    [TestMethod]
    [DynamicData(nameof(Networks))]
    public void On_a_random_network_every_number_of_Scratch_and_of_the_Keras_side_is_judged_clean(string name, JsonElement recorded)
    {
        Problem problem = RecordedProblem.OfNetwork(recorded);
        NeedsFloat64Attribute.Check(problem.Format);
        Trace scratch = ScratchSide.Train(problem).Trace, keras = KerasSide.Train(problem).Trace;

        // The document's loss is NaN once an output rounds to 0 or 1; Keras's, from the logits, never is.
        Verdict[] scratch_may_be = [Verdict.Rounding, Verdict.CannotJudge], keras_may_be = [Verdict.Rounding];
        foreach (var (trace, allowed) in new[] { (scratch, scratch_may_be), (keras, keras_may_be) })
            foreach (QuantityJudgement judged in Judge.Quantities(trace))
                Assert.Contains(judged.Verdict, allowed, $"{name}: {judged.Finding}");
    }

    [TestMethod]
    [DynamicData(nameof(Networks))]
    public void Traced_training_ends_in_the_same_bits_as_fit(string name, JsonElement recorded)
    {
        Problem problem = RecordedProblem.OfNetwork(recorded);
        NeedsFloat64Attribute.Check(problem.Format);
        SideRun traced = KerasSide.Train(problem);
        Dictionary<string, double[]> fitted = Fitted.Document(problem);

        foreach (string parameter in Parameters)
            CollectionAssert.AreEqual(fitted[parameter], traced.Final(parameter).Values, $"{name}: {parameter}");
        CollectionAssert.AreEqual(fitted["losses"], traced.Losses.ToArray(), name);
    }

    // keras_gradients are of Keras's own loss, the dL_ chain is of the document's; the names tell which is which.
    private static double[]? Recorded(JsonElement epoch, string quantity) => quantity switch
    {
        "hidden_weights" or "hidden_bias" or "output_weights" or "output_bias" => epoch.GetProperty("after").Numbers(quantity),
        "dL_dhidden_weights" or "dL_dhidden_bias" or "dL_doutput_weights" or "dL_doutput_bias" => epoch.GetProperty("keras_gradients").Numbers(quantity["dL_d".Length..]),
        _ => epoch.TryGetProperty(quantity, out _) ? epoch.Numbers(quantity) : null,
    };

    private static IEnumerable<object[]> Named(string file, Func<JsonElement, string> name) =>
        Recordings.Cases(file).Select((item, index) => new object[] { $"{index}: {name(item)}", item });
}
