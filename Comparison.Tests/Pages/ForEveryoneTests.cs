using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Comparison.Tests.Pages;

/// <summary>Whoever reads it, and on whatever: accessibility, colours, sizes, no network.</summary>
[TestClass]
public sealed class ForEveryoneTests
{
    private static readonly ViewportSize Wide = new() { Width = 1400, Height = 1000 }, Narrow = new() { Width = 360, Height = 740 };

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("step=1&stage=forward&side=first", ColorScheme.Light)]
    [DataRow("step=1&stage=forward&side=first", ColorScheme.Dark)]
    [DataRow("step=5&stage=update&side=difference", ColorScheme.Light)]
    [DataRow("mistake=relu-mask-missing", ColorScheme.Light)]
    [DataRow("mistake=relu-mask-missing", ColorScheme.Dark)]
    [DataRow("quiz=5", ColorScheme.Light)]
    [DataRow("quiz=5", ColorScheme.Dark)]
    public async Task Axe_finds_no_violation(string place, ColorScheme colours)
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document, place, new() { ViewportSize = Wide, ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
        foreach (ILocator summary in await opened.Page.Locator("summary").AllAsync())
            await summary.ClickAsync();

        AxeResult result = await opened.Page.RunAxe();

        Assert.AreEqual("", string.Join('\n', result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => $"{node.Html} {node.Any.FirstOrDefault()?.Message}"))}")));
        Assert.IsGreaterThan(20, result.Passes.Length);
    }

    [TestMethod]
    public async Task It_logs_no_error_and_asks_for_nothing_but_itself()
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document);
        foreach (string place in new[] { "step=2&stage=loss&side=second", "step=3&stage=backward&side=difference", "mistake=adam-for-sgd", "quiz=7", "step=5&stage=update&side=first" })
            await opened.GoAsync(place);

        Assert.IsEmpty(opened.Complaints);
        Assert.HasCount(1, opened.Requests);
        StringAssert.StartsWith(opened.Requests[0], "file://");
        // The policy is in force: not even a script of the page could ask.
        await Assert.ThrowsAsync<PlaywrightException>(() => opened.Page.EvaluateAsync("() => fetch('https://example.org/')"));
        Assert.IsTrue(opened.Complaints.Any(complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow("light", 1400, ColorScheme.Light, "step=1&stage=backward&side=first&number=dL_dz_out[0,0]")]
    [DataRow("dark", 1400, ColorScheme.Dark, "step=3&stage=forward&side=second")]
    [DataRow("mistake", 1400, ColorScheme.Light, "mistake=relu-mask-missing")]
    [DataRow("narrow", 360, ColorScheme.Light, "step=1&stage=backward&side=first&number=dL_dz_out[0,0]")]
    [DataRow("narrow-dark", 360, ColorScheme.Dark, "mistake=gradient-sign")]
    public async Task It_fits_its_window_and_a_screenshot_is_kept_for_a_person_to_look_at(string name, int width, ColorScheme colours, string place)
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document, place, new() { ViewportSize = new() { Width = width, Height = 1000 }, ColorScheme = colours });

        Assert.IsLessThanOrEqualTo(width, await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        string file = Path.Combine(TestContext.TestRunResultsDirectory ?? AppContext.BaseDirectory, $"study-page-{name}.png");
        await opened.Page.ScreenshotAsync(new() { Path = file, FullPage = true });
        TestContext.AddResultFile(file);
        Assert.IsGreaterThan(20_000, new FileInfo(file).Length);
    }

    [TestMethod]
    public async Task The_numbers_of_the_picture_do_not_stand_on_each_other()
    {
        foreach (ViewportSize size in new[] { Wide, Narrow })
        {
            foreach (string stage in new[] { "forward", "backward", "update" })
            {
                await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document, $"step=2&stage={stage}&side=first", new() { ViewportSize = size });
                string overlapping = await opened.Page.EvaluateAsync<string>(
                    """
                    () => {
                      const texts = [...document.querySelectorAll('#picture .item text')];
                      const boxes = texts.map((text) => text.getBoundingClientRect());
                      const pairs = [];
                      boxes.forEach((a, i) => boxes.forEach((b, j) => {
                        if (i < j && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5)
                          pairs.push(`${texts[i].textContent} and ${texts[j].textContent}`);
                      }));
                      return pairs.join(', ');
                    }
                    """);
                Assert.AreEqual("", overlapping, $"{size.Width}, {stage}");
            }
        }
    }

    [TestMethod]
    public async Task Printed_it_has_the_numbers_and_not_the_controls()
    {
        await using OpenedPage opened = await OpenedPage.OpenAsync(WrittenPage.Document);
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.IsFalse(await opened.Page.Locator(".controls").IsVisibleAsync());
        Assert.IsTrue(await opened.Page.Locator("#picture svg").IsVisibleAsync());
        Assert.IsTrue(await opened.Page.Locator("#quantities-table").IsVisibleAsync());
    }
}
