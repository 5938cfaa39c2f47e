using System.Globalization;
using Ledger.Arithmetic;
using Ledger.Explanations;
using Ledger.Judging;
using Ledger.Mistakes;
using Ledger.Traces;
using Microsoft.Playwright;

namespace Comparison.Tests.Pages;

/// <summary>The document's page in a browser: its numbers, its formulas, its mistakes.</summary>
[TestClass]
public sealed class StudyPageTests
{
    private static readonly Trace[] Sides = [WrittenPage.DocumentRuns.Scratch.Trace, WrittenPage.DocumentRuns.Keras.Trace];

    [TestMethod]
    public async Task The_slider_changes_the_numbers_of_the_picture_to_those_of_the_trace()
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document);
        ILocator slider = opened.Page.Locator("#step");
        int seen = 0;
        for (int step = 1; step <= 5; step++)
        {
            await slider.FillAsync($"{step - 1}");
            StringAssert.StartsWith(await slider.GetAttributeAsync("aria-valuetext"), $"Step {step} of 5, epoch {step}");
            foreach (string stage in new[] { "forward", "loss", "backward", "update" })
            {
                await opened.Page.Locator($"input[name=stage][value={stage}]").CheckAsync();
                for (int side = 0; side < 2; side++)
                {
                    await opened.Page.Locator($"input[name=view][value={(side == 0 ? "first" : "second")}]").CheckAsync();
                    foreach (var (name, position, back, text) in await NumbersAsync(opened.Page))
                    {
                        Assert.AreEqual(Expected(Sides[side], step - back, step, name, position), text, $"step {step}, {stage}, {Sides[side].Side}, {name}[{position}]");
                        seen++;
                    }
                }
            }
        }
        // 3 inputs, label and loss at every stage; 16 weights and 5 biases; 10 numbers of neurons forward, 11 backward.
        Assert.AreEqual(5 * 2 * (4 * (5 + 21) + 10 + 10 + 11), seen);
    }

    [TestMethod]
    public async Task The_difference_is_told_in_units_in_the_last_place()
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document, "step=5&stage=update&side=difference");
        foreach (var (name, position, back, text) in await NumbersAsync(opened.Page))
        {
            long? ulps = FloatFormat.Float32.Ulps(Sides[0].Read(name, 5 - back)!.Values[position], Sides[1].Read(name, 5 - back)!.Values[position]);
            Assert.AreEqual(ulps == 0 ? "same" : $"{ulps} ULP", text, name);
        }
    }

    [TestMethod]
    public async Task Every_number_has_its_formula_with_this_runs_numbers_as_the_ledger_writes_it()
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document);
        for (int step = 1; step <= 5; step += 2)
        {
            foreach (Quantity quantity in Sides[0].Network.Quantities)
            {
                Explanation[] explained = [.. Sides.Select(side => Explanation.Of(side, quantity, step))];
                for (int i = 0; i < explained[0].Elements.Count; i++)
                {
                    string index = string.Join(',', explained[0].Elements[i].Index);
                    await opened.GoAsync($"step={step}&stage=forward&side=first&number={quantity.Name}{(index.Length > 0 ? $"[{index}]" : "")}");
                    string[] accounts = [.. (await opened.Page.Locator("#number .sum code").EvaluateAllAsync<string[]>("all => all.map(one => [...one.children].map(part => part.textContent).join('\\n'))"))];
                    CollectionAssert.AreEqual(explained.Select(explanation => Account(explanation, i)).ToArray(), accounts, $"{quantity.Name}[{index}] of step {step}");
                }
            }
        }
    }

    [TestMethod]
    public async Task A_number_pointed_at_is_explained_and_one_that_is_clicked_stays()
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document, "step=1&stage=backward&side=first");
        ILocator delta = opened.Page.Locator("[data-key='dL_dz_out 0 0']");

        await delta.HoverAsync();
        await Assertions.Expect(opened.Page.Locator("#number h2")).ToHaveTextAsync("dL_dz_out[0, 0]");
        StringAssert.Contains(await opened.TextAsync("#number .account >> nth=0"), "dL_dz_out = dL_doutput · doutput_dz_out = -1.5605 · 0.2302 = -0.3592");
        await opened.Page.Mouse.MoveAsync(1, 1);
        await Assertions.Expect(opened.Page.Locator("#number h2")).ToHaveTextAsync("dL_doutput[0, 0]");

        await delta.ClickAsync();
        await opened.Page.Mouse.MoveAsync(1, 1);
        Assert.AreEqual("dL_dz_out[0, 0]", await opened.TextAsync("#number h2"));
        CollectionAssert.AreEquivalent(
            new[] { "dL_doutput 0 0", "doutput_dz_out 0 0" }, await KeysAsync(opened.Page, ".item.cause"));
        CollectionAssert.IsSubsetOf(
            new[] { "dL_doutput_bias 0 0", "dL_doutput_weights 3 0", "dL_dhidden_output 0 0" }, await KeysAsync(opened.Page, ".item.effect"));

        await opened.Page.Locator("#number .chip", new() { HasText = "dL_doutput[0, 0]" }).First.ClickAsync();
        Assert.AreEqual("dL_doutput[0, 0]", await opened.TextAsync("#number h2"));
        await opened.Page.Locator("#number .chip", new() { HasText = "dL_dz_out[0, 0]" }).ClickAsync();
        await opened.Page.Locator("#number .chip", new() { HasText = "dL_dhidden_output[0, 2]" }).ClickAsync();
        Assert.AreEqual("dL_dhidden_output[0, 2]", await opened.TextAsync("#number h2"));
    }

    [TestMethod]
    public async Task A_chosen_mistake_marks_the_quantity_that_the_ledger_finds_first()
    {
        Trace right = WrittenPage.DocumentRuns.Scratch.Trace;
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document);
        foreach (Mistake mistake in Catalogue.All)
        {
            Study study = Study.Of(mistake, right);
            Finding first = Diagnosis.Of(study.Right, study.Wrong).First!;

            await opened.Page.Locator("#menu").SelectOptionAsync(mistake.Name);

            StringAssert.Contains(await opened.TextAsync("#verdict"), mistake.Description);
            string[] marked = [.. await opened.Page.Locator("#quantities-table tr.wrong button.name").AllInnerTextsAsync()];
            if (first.Step == 0)
            {
                Assert.IsEmpty(marked, mistake.Name);
                StringAssert.Contains(await opened.TextAsync("#verdict"), "It is in what the training starts from: ");
                continue;
            }
            CollectionAssert.AreEqual(new[] { first.Quantity }, marked, mistake.Name);
            StringAssert.StartsWith(await opened.TextAsync("#step-text"), $"Step {first.Step} of ");
            Assert.AreEqual(Element(first.Quantity, first.Index), await opened.TextAsync("#number h2"), mistake.Name);
            Assert.AreEqual(1, await opened.Page.Locator("#spread td.wrong").CountAsync(), mistake.Name);
            int position = first.Index.Length == 2 ? first.Index[0] * study.Wrong.Read(first.Quantity, first.Step)!.Columns + first.Index[1] : first.Index.ElementAtOrDefault(0);
            CollectionAssert.AreEqual(new[] { $"{first.Quantity} {position} 0" }, await KeysAsync(opened.Page, ".item.wrong"), mistake.Name);
        }
        Assert.IsEmpty(opened.Complaints);
    }

    [TestMethod]
    public async Task The_spread_of_a_mistake_is_what_a_study_tells()
    {
        Study study = Study.Of(Catalogue.Find("gradient-sign")!, WrittenPage.DocumentRuns.Scratch.Trace);
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document, "mistake=gradient-sign");

        string[] cells = [.. await opened.Page.Locator("#spread td").AllInnerTextsAsync()];

        string[] told = [.. from quantity in study.Right.Network.Quantities
                            from spread in study.Spreading()
                            where spread.Quantity == quantity.Name
                            select spread.Difference == 0 ? "same" : spread.Difference!.Value.ToString("G2", CultureInfo.InvariantCulture)];
        CollectionAssert.AreEqual(told, cells.Select(cell => cell.Replace("✗ ", "", StringComparison.Ordinal)).ToArray());
    }

    [TestMethod]
    [NeedsKerasLoss]
    public async Task The_table_has_every_quantity_with_both_sides_and_what_is_not_computed()
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document);

        string[] names = [.. await opened.Page.Locator("#quantities-table tbody button.name").AllInnerTextsAsync()];
        CollectionAssert.AreEqual(Sides[0].Network.Quantities.Select(quantity => quantity.Name).ToArray(), names);
        string row = await opened.TextAsync("#quantities-table tr:has(button:text-is('dL_doutput'))");
        StringAssert.Contains(row, $"{Number(Sides[0].Read("dL_doutput", 1)!.Values[0])} {Number(Sides[1].Steps[0].Derived["dL_doutput"].Values[0])} (derived)");
        StringAssert.Contains(row, "not computed");

        await opened.Page.Locator("button[aria-label='Numbers of hidden_weights']").ClickAsync();
        Assert.AreEqual(12, await opened.Page.Locator("#quantities-table tr.element").CountAsync());
        StringAssert.StartsWith(
            await opened.TextAsync("#quantities-table tr.element >> nth=5"),
            $"hidden_weights[1, 1] {Number(Sides[0].Read("hidden_weights", 1)!.Values[5])} {Number(Sides[1].Read("hidden_weights", 1)!.Values[5])}");
    }

    [TestMethod]
    public async Task What_the_agreement_rules_out_and_cannot_see_is_all_there()
    {
        Power power = WrittenPage.DocumentRuns.Word.Power!;
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document);

        string text = await opened.TextAsync("#worth");

        foreach (string name in power.RuledOut)
            StringAssert.Contains(text, $"{name} {Catalogue.Find(name)!.Description}");
        foreach (Invisible mistake in power.Invisible)
            StringAssert.Contains(text, $"{mistake.Name} Because {mistake.Because}. Revealed by: {mistake.Reveal}.");
        foreach (Sensitivity sensitivity in power.Sensitivities)
            StringAssert.Contains(text, $"{sensitivity.Quantity} {sensitivity.RelativeError.ToString("G2", CultureInfo.InvariantCulture)}");
    }

    [TestMethod]
    public async Task The_curves_have_both_losses_and_their_gap_beside_budget_and_twins()
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document);
        foreach (string name in new[] { "first", "second", "gap", "budget", "twins" })
            Assert.IsGreaterThan(20, (await opened.Page.Locator($".chart > .curve.{name}").GetAttributeAsync("d"))!.Length, name);

        await opened.Page.Locator("summary:text-is('The losses as numbers')").ClickAsync();
        string[] cells = [.. await opened.Page.Locator(".charts figure >> nth=0 >> td").AllInnerTextsAsync()];
        CollectionAssert.AreEqual(Enumerable.Range(1, 5).SelectMany(step => Sides.Select(side => Number(side.Read("loss", step)!.Values[0]))).ToArray(), cells);
    }

    private static string Number(double value) => ((float)value).ToString("R", CultureInfo.InvariantCulture);

    private static string Element(string name, int[] index) => index.Length == 0 ? name : $"{name}[{string.Join(", ", index)}]";

    private static string Account(Explanation explanation, int element)
    {
        ExplainedElement explained = explanation.Elements[element];
        string letters = $"{explanation.Quantity} = {explanation.Form!.Text}\n= {explained.Substituted}";
        return explained.Substituted == explained.Result ? letters : $"{letters}\n= {explained.Result}";
    }

    private static string Expected(Trace trace, int at, int step, string name, int position)
    {
        NumberArray array = trace.Read(name, at) ?? trace.Steps[step - 1].Derived[name];
        return Notation.Number(array.Values[position], trace.Format).Text;
    }

    // What stands in the picture: name, position, steps back, and the number as it is written.
    private static async Task<IEnumerable<(string Name, int Position, int Back, string Text)>> NumbersAsync(IPage page)
    {
        string[] items = await page.Locator("#picture .item").EvaluateAllAsync<string[]>("items => items.map(item => `${item.dataset.key} ${item.querySelector('.number').textContent}`)");
        return items.Select(item => item.Split(' ', 4)).Select(part => (part[0], int.Parse(part[1], CultureInfo.InvariantCulture), int.Parse(part[2], CultureInfo.InvariantCulture), part[3]));
    }

    private static Task<string[]> KeysAsync(IPage page, string selector) =>
        page.Locator($"#picture {selector}").EvaluateAllAsync<string[]>("items => items.map(item => item.dataset.key)");
}
