using Comparison.Pages;
using Comparison.Problems;
using Comparison.Sides;
using Ledger.Arithmetic;
using Ledger.Traces;

namespace Comparison.Tests.Pages;

/// <summary>Traces that cannot be shown, or not all of: the page says what and why.</summary>
[TestClass]
public sealed class BadInputPageTests
{
    private static readonly Trace Scratch = WrittenPage.DocumentRuns.Scratch.Trace, Keras = WrittenPage.DocumentRuns.Keras.Trace;

    [TestMethod]
    public async Task NaN_is_written_and_said_to_have_no_size()
    {
        Trace broken = WithQuantity(Keras, 3, "output", new([1, 1], [double.NaN]));
        await using OpenedPage opened = await OpenAsync(Scratch, broken, "step=3&stage=forward&side=second&number=output[0,0]");

        StringAssert.Contains(await opened.TextAsync("#notes"), $"{Keras.Side} has NaN or infinite numbers, first in output of step 3: they have no size");
        Assert.AreEqual("NaN", await opened.TextAsync("[data-key='output 0 0'] .number"));
        StringAssert.Contains(await opened.TextAsync("#quantities-table tr:has(button:text-is('output'))"), "NaN not finite");
        await opened.GoAsync("step=3&stage=forward&side=difference");
        Assert.AreEqual("not finite", await opened.TextAsync("[data-key='output 0 0'] .number"));
        Assert.IsEmpty(opened.Complaints);
    }

    [TestMethod]
    public async Task A_loss_that_is_never_finite_has_no_curve()
    {
        Trace broken = Enumerable.Range(1, 5).Aggregate(Scratch, (trace, step) => WithQuantity(trace, step, "loss", new([], [double.PositiveInfinity])));
        await using OpenedPage opened = await OpenAsync(broken, broken with { Side = "Twin" }, "");

        StringAssert.Contains(await opened.TextAsync("#curves-charts"), "No loss is a finite number, so no curve can be drawn.");
        Assert.IsEmpty(opened.Complaints);
    }

    [TestMethod]
    public async Task Two_different_networks_are_both_shown_and_not_subtracted()
    {
        Trace other = ScratchSide.Train(ProblemSource.Witness(new(FloatFormat.Float32))).Trace with { Side = "Another" };
        await using OpenedPage opened = await OpenAsync(Scratch, other, "step=1&stage=forward&side=second");

        StringAssert.StartsWith(await opened.TextAsync("#verdict"), "✗ Scratch and Another differ (unexplained)");
        StringAssert.Contains(await opened.TextAsync("#notes"), "The two sides are different networks (Scratch: 3 inputs, 4 relu, 1 sigmoid; Another: ");
        Assert.IsTrue(await opened.Page.Locator("input[value=difference]").IsDisabledAsync());
        Assert.AreEqual(other.Inputs.Columns, await opened.Page.Locator("#picture [data-key^='inputs ']").CountAsync());
        await opened.Page.Locator("input[value=first]").CheckAsync();
        Assert.AreEqual(3, await opened.Page.Locator("#picture [data-key^='inputs ']").CountAsync());
        Assert.IsEmpty(opened.Complaints);
    }

    [TestMethod]
    public async Task A_float32_training_beside_a_float64_one_is_not_subtracted()
    {
        Trace other = ScratchSide.Train(ProblemSource.Document(new(FloatFormat.Float64))).Trace with { Side = "Double" };
        await using OpenedPage opened = await OpenAsync(Scratch, other, "step=2&stage=loss&side=second&number=loss");

        StringAssert.Contains(await opened.TextAsync("#notes"), "Scratch was trained in float32 and Double in float64");
        StringAssert.Contains(await opened.TextAsync("#number"), $"recorded {other.Read("loss", 2)!.Values[0].ToString("R", System.Globalization.CultureInfo.InvariantCulture)}");
        Assert.IsEmpty(opened.Complaints);
    }

    [TestMethod]
    public async Task A_missing_quantity_is_a_dash_and_named()
    {
        var recorded = Keras.Steps[1].Recorded.Where(quantity => quantity.Key != "hidden_layer_output").ToDictionary();
        Trace broken = Keras with { Steps = [Keras.Steps[0], Keras.Steps[1] with { Recorded = recorded }, .. Keras.Steps.Skip(2)] };
        await using OpenedPage opened = await OpenAsync(Scratch, broken, "step=2&stage=forward&side=second&number=hidden_layer_output[0,1]");

        StringAssert.Contains(await opened.TextAsync("#notes"), $"{Keras.Side} did not record hidden_layer_output at every step, nor declare it as not computed");
        Assert.AreEqual("–", await opened.TextAsync("[data-key='hidden_layer_output 1 0'] .number"));
        StringAssert.Contains(await opened.TextAsync("#number"), "Cannot be shown: it was not recorded, nor declared as not computed.");
        StringAssert.Contains(await opened.TextAsync("#quantities-table tr.chosen >> nth=0"), "not recorded");
        Assert.IsEmpty(opened.Complaints);
    }

    [TestMethod]
    public async Task A_quantity_of_another_shape_and_one_that_there_is_not_are_named()
    {
        Trace broken = WithQuantity(WithQuantity(Keras, 1, "output_layer_input", new([2, 1], [1, 2])), 1, "<b>bold</b>", new([], [1]));
        await using OpenedPage opened = await OpenAsync(Scratch, broken, "step=1&stage=forward&side=second&number=output_layer_input[0,0]");

        string notes = await opened.TextAsync("#notes");
        StringAssert.Contains(notes, $"{Keras.Side} recorded output_layer_input of step 1 in a shape that this network does not have");
        StringAssert.Contains(notes, $"{Keras.Side} recorded <b>bold</b>, which this network does not have");
        Assert.AreEqual(0, await opened.Page.Locator("b").CountAsync());
        Assert.IsEmpty(opened.Complaints);
    }

    [TestMethod]
    public async Task Ten_thousand_steps_are_sampled_and_the_page_says_so()
    {
        Trace trace = ScratchSide.Train(ProblemSource.Document(new(FloatFormat.Float32, Epochs: 10_000))).Trace;
        StudyPage study = StudyPage.Of(trace, trace with { Side = "Twin" }, ("one.npz", "other.npz"));
        WrittenPage page = WrittenPage.Of(study);
        await using OpenedPage opened = await OpenedPage.OpenAsync(page, "step=10000&stage=update&side=first&number=output_bias[0]");

        Assert.IsLessThan(5_000_000, page.Html.Length);
        StringAssert.Matches(await opened.TextAsync("#notes"), new(@"Of 10,000 steps this page has \d+: the first of every \d+\w\w epoch, and the last\. The verdict rests on all\."));
        StringAssert.Contains(await opened.TextAsync("#curves-note"), "Of 10000 steps every 25th is drawn.");
        StringAssert.Contains(await opened.TextAsync("#studies-note"), "Each mistake is trained for the first ");
        StringAssert.StartsWith(await opened.TextAsync("#step-text"), "Step 10000 of 10000, epoch 10000");
        StringAssert.Contains(await opened.TextAsync("#number"), $"recorded {((float)trace.Read("output_bias", 10_000)!.Values[0]).ToString("R", System.Globalization.CultureInfo.InvariantCulture)}");
        Assert.IsEmpty(opened.Complaints);
    }

    [TestMethod]
    [TestCategory("Long")]
    public async Task The_first_wrong_number_of_a_long_training_is_on_the_page_whatever_else_is_left_out()
    {
        Trace trace = ScratchSide.Train(ProblemSource.Document(new(FloatFormat.Float32, Epochs: 500))).Trace;
        Trace broken = WithQuantity(trace, 254, "output_bias", new([1], [0.5])) with { Side = "Broken" };
        await using OpenedPage opened = await OpenAsync(trace, broken, "");

        StringAssert.Contains(await opened.TextAsync("#notes"), "and the last, and step 254, where the first wrong number stands.");
        await opened.Page.Locator("button:has-text('Show the first wrong number: output_bias[0] of step 254')").ClickAsync();
        StringAssert.StartsWith(await opened.TextAsync("#step-text"), "Step 254 of 500");
        Assert.AreEqual(1, await opened.Page.Locator("#picture .item.wrong").CountAsync());
        StringAssert.Contains(await opened.TextAsync("#number"), "✗ off by");
        StringAssert.Contains(await opened.TextAsync("#number"), "Used for step 255, which this page leaves out");
        Assert.IsEmpty(opened.Complaints);
    }

    [TestMethod]
    public async Task A_trace_without_steps_says_that_there_is_nothing_to_show()
    {
        Trace empty = Scratch with { Steps = [] };
        await using OpenedPage opened = await OpenAsync(empty, empty with { Side = "Twin" }, "");

        StringAssert.Contains(await opened.TextAsync("#notes"), "A side recorded no step, so there is nothing to show of one.");
        Assert.IsEmpty(opened.Complaints);
    }

    [TestMethod]
    public async Task Two_files_of_one_name_are_told_apart_by_their_files()
    {
        await using OpenedPage opened = await OpenAsync(Scratch, Scratch, "");

        Assert.AreEqual("Scratch (one.json)", await opened.TextAsync("#first-name"));
        Assert.AreEqual("Scratch (two.npz)", await opened.TextAsync("#second-name"));
        StringAssert.Contains(await opened.TextAsync("#verdict"), "agree, to the last bit");
    }

    [TestMethod]
    public async Task A_name_that_is_a_script_is_read_as_text()
    {
        const string nasty = "<img src=x onerror=alert(1)></script><script>alert(2)</script>";
        Trace named = Scratch with { Side = nasty, NotComputed = new Dictionary<string, string> { ["dL_doutput"] = nasty } };
        await using OpenedPage opened = await OpenAsync(named, Keras, "step=1&stage=backward&side=first&number=dL_doutput[0,0]");

        Assert.AreEqual(nasty, await opened.TextAsync("#first-name"));
        Assert.AreEqual(0, await opened.Page.Locator("img").CountAsync());
        Assert.IsEmpty(opened.Complaints);
    }

    private static Task<OpenedPage> OpenAsync(Trace one, Trace other, string place) =>
        OpenedPage.OpenAsync(WrittenPage.Of(StudyPage.Of(one, other, ("one.json", "two.npz"))), place);

    private static Trace WithQuantity(Trace trace, int step, string name, NumberArray array)
    {
        TraceStep[] steps = [.. trace.Steps];
        steps[step - 1] = steps[step - 1] with { Recorded = new Dictionary<string, NumberArray>(steps[step - 1].Recorded) { [name] = array } };
        return trace with { Steps = steps };
    }
}
