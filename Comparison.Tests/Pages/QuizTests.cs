using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Comparison.Tests.Pages;

[TestClass]
public sealed class QuizTests
{
    private static readonly JsonNode[] Comparisons = [.. WrittenPage.Document.Data["comparisons"]!.AsArray().Select(comparison => comparison!)];

    [TestMethod]
    public async Task The_mistake_is_not_named_and_no_verdict_shown_until_it_is_found()
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document);
        await opened.Page.Locator("#quiz").ClickAsync();
        JsonNode asked = Comparisons[await AskedAsync(opened.Page)];
        // The menu names every mistake, and the learner's task none.
        string text = (await opened.TextAsync("main")).Replace(await opened.TextAsync("#menu"), "", StringComparison.Ordinal);
        Assert.DoesNotContain((string)asked["mistake"]!, text);
        Assert.DoesNotContain((string)asked["description"]!, text);
        Assert.AreEqual(0, await opened.Page.Locator(".wrong, #quantities-table .verdict, #number .budget, #number .result, #spread:visible").CountAsync());
    }

    [TestMethod]
    public async Task The_first_wrong_quantity_is_the_answer_and_any_other_gets_a_hint()
    {
        int at = Array.FindIndex(Comparisons, comparison => (string?)comparison["mistake"] == "sigmoid-derivative-on-logit");
        JsonNode first = Comparisons[at]["first"]!;
        Assert.AreEqual("doutput_dz_out", (string?)first["quantity"]);
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document, $"quiz={at}");

        await AnswerAsync(opened.Page, "output");
        StringAssert.Contains(await opened.TextAsync("#verdict .answer"), "Not output of step 1: it is what its formula gives. The mistake comes later.");
        await AnswerAsync(opened.Page, "dL_dz_out");
        StringAssert.Contains(await opened.TextAsync("#verdict .answer"), "Not dL_dz_out of step 1: it is right for what it was given, but something before it is wrong.");
        await AnswerAsync(opened.Page, "doutput_dz_out");

        StringAssert.StartsWith(await opened.TextAsync("#solved"), "Right: doutput_dz_out of step 1 is the first wrong quantity. The mistake is sigmoid-derivative-on-logit:");
        StringAssert.Contains(opened.Page.Url, "mistake=sigmoid-derivative-on-logit");
        Assert.IsEmpty(opened.Complaints);
    }

    [TestMethod]
    public async Task Every_question_can_be_answered()
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document);
        int asked = 0;
        for (int i = 1; i < Comparisons.Length; i++)
        {
            JsonNode first = Comparisons[i]["first"]!;
            if ((int)first["step"]! == 0)
                continue;
            await opened.GoAsync($"quiz={i}&step={(int)first["step"]!}");
            await AnswerAsync(opened.Page, (string)first["quantity"]!);
            StringAssert.Contains(await opened.TextAsync("#solved"), $"The mistake is {(string)Comparisons[i]["mistake"]!}: ");
            asked++;
        }
        Assert.IsGreaterThan(40, asked);
    }

    [TestMethod]
    public async Task Who_gives_up_is_shown_the_mistake_and_who_leaves_is_back_at_the_two_sides()
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document, "quiz=3");
        await opened.Page.Locator("button:text-is('Show me')").ClickAsync();
        StringAssert.Contains(await opened.TextAsync("#verdict"), (string)Comparisons[3]["description"]!);
        Assert.AreEqual(1, await opened.Page.Locator("#quantities-table tr.wrong").CountAsync());

        await opened.Page.Locator("#quiz").ClickAsync();
        await opened.Page.Locator("button:text-is('Leave the quiz')").ClickAsync();
        StringAssert.StartsWith(await opened.TextAsync("#verdict"), "✓ Scratch and ");
    }

    private static async Task AnswerAsync(IPage page, string quantity)
    {
        // A click without the wait for the pointer to get there: there are many questions.
        await page.Locator($"#quantities-table button.name:text-is('{quantity}')").DispatchEventAsync("click");
        await page.Locator("button:text-is('This is the first wrong quantity')").DispatchEventAsync("click");
    }

    private static async Task<int> AskedAsync(IPage page) => await page.EvaluateAsync<int>("() => Number(/quiz=(\\d+)/.exec(location.hash)[1])");
}
