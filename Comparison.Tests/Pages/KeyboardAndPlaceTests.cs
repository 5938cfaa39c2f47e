using Microsoft.Playwright;

namespace Comparison.Tests.Pages;

[TestClass]
public sealed class KeyboardAndPlaceTests
{
    [TestMethod]
    public async Task The_tab_key_alone_reaches_everything_that_can_be_used()
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document);
        // One tab stop stands for the numbers of the picture, and one for the choices of a switch.
        int usable = await opened.Page.EvaluateAsync<int>(
            """
            () => {
              const seen = (one) => one.checkVisibility() && !one.disabled;
              window.expected = [...document.querySelectorAll('a, button, select, input, summary, [tabindex="0"]')].filter((one) => seen(one) && !(one.type === 'radio' && !one.checked));
              return window.expected.length;
            }
            """);
        for (int i = 0; i <= usable + 5; i++)
        {
            await opened.Page.Keyboard.PressAsync("Tab");
            await opened.Page.EvaluateAsync("() => { window.expected = window.expected.filter((one) => one !== document.activeElement && !(one.dataset.key && one.dataset.key === document.activeElement.dataset.key)); }");
        }

        string left = await opened.Page.EvaluateAsync<string>("() => window.expected.map((one) => one.outerHTML.slice(0, 120)).join('\\n')");
        Assert.AreEqual("", left);
        Assert.IsGreaterThan(20, usable);
    }

    [TestMethod]
    [DataRow("forward")]
    [DataRow("backward")]
    [DataRow("update")]
    public async Task The_arrow_keys_reach_every_number_of_the_picture(string stage)
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document, $"step=1&stage={stage}&side=first");
        string[] all = await opened.Page.Locator("#picture .item").EvaluateAllAsync<string[]>("items => items.map(item => item.dataset.key)");
        string start = (await opened.Page.Locator("#picture .item[tabindex='0']").GetAttributeAsync("data-key"))!;
        HashSet<string> reached = [start];
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out string? from))
        {
            foreach (string arrow in new[] { "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown" })
            {
                await opened.Page.Locator($"[data-key='{from}']").FocusAsync();
                await opened.Page.Keyboard.PressAsync(arrow);
                string to = await FocusedAsync(opened.Page);
                if (reached.Add(to))
                    open.Enqueue(to);
            }
        }

        CollectionAssert.AreEquivalent(all, reached.ToArray());
    }

    [TestMethod]
    public async Task Enter_chooses_a_number_of_the_picture_and_the_focus_stays_on_it()
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document, "step=2&stage=backward&side=first");
        await opened.Page.Locator("[data-key='dL_dhidden_weights 7 0']").FocusAsync();
        Assert.AreEqual("dL_dhidden_weights[1, 3]", await opened.TextAsync("#number h2"));

        await opened.Page.Keyboard.PressAsync("Enter");

        Assert.AreEqual("dL_dhidden_weights 7 0", await FocusedAsync(opened.Page));
        Assert.AreEqual("true", await opened.Page.Locator("[data-key='dL_dhidden_weights 7 0']").GetAttributeAsync("aria-pressed"));
        StringAssert.EndsWith(opened.Page.Url, "number=dL_dhidden_weights[1,3]");
    }

    [TestMethod]
    public async Task The_arrow_keys_go_through_the_stages_and_with_shift_through_the_steps_of_both_sides()
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document);
        await opened.Page.Locator("h1").ClickAsync();
        var places = new List<string>();
        foreach (string key in new[] { "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft" })
        {
            await opened.Page.Keyboard.PressAsync(key);
            places.Add(opened.Page.Url.Split('#')[1].Split("&side")[0]);
        }

        CollectionAssert.AreEqual(
            new[]
            {
                "step=1&stage=loss", "step=1&stage=backward", "step=1&stage=update", "step=2&stage=forward",
                "step=3&stage=forward", "step=2&stage=update", "step=1&stage=update", "step=1&stage=forward",
            },
            places);
    }

    [TestMethod]
    public async Task The_address_keeps_the_place_so_that_it_can_be_shared()
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document);
        await opened.Page.Locator("#menu").SelectOptionAsync("momentum");
        await opened.Page.Locator("input[name=view][value=difference]").CheckAsync();
        await opened.Page.Locator("button.name:text-is('dL_doutput_weights')").ClickAsync();
        string address = opened.Page.Url, text = await opened.TextAsync("main");

        await using OpenedPage other = await OpenedPage.OpenAsync(WrittenPage.Document, new Uri(address).Fragment[1..]);

        StringAssert.Contains(address, "mistake=momentum");
        StringAssert.Contains(address, "stage=backward&side=difference&number=dL_doutput_weights[0,0]");
        Assert.AreEqual(text, await other.TextAsync("main"));
    }

    [TestMethod]
    [DataRow("step=99&stage=sideways&side=left&number=nothing[7]&sample=5&mistake=none&quiz=0")]
    [DataRow("%")]
    [DataRow("number=hidden_weights[40,9]&step=-1")]
    public async Task An_address_that_says_something_wrong_leads_to_the_beginning(string place)
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document, place);

        StringAssert.StartsWith(await opened.TextAsync("#step-text"), "Step 1 of 5");
        Assert.IsEmpty(opened.Complaints);
    }

    [TestMethod]
    public async Task Playing_goes_on_to_the_end_and_stops()
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document, "step=5&stage=loss&side=first");
        await opened.Page.Clock.InstallAsync();
        await opened.Page.Locator("#play").ClickAsync();
        Assert.AreEqual("❚❚ Pause", await opened.TextAsync("#play"));

        await opened.Page.Clock.RunForAsync(5000);

        StringAssert.Contains(opened.Page.Url, "step=5&stage=update");
        Assert.AreEqual("▶ Play", await opened.TextAsync("#play"));
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.dataset.key");
}
