using Microsoft.Playwright;

namespace Comparison.Tests.Pages;

/// <summary>A study page opened from a file in a browser without a network; what it logs and asks for is kept.</summary>
internal sealed class OpenedPage : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [], requests = [];

    private OpenedPage(TemporaryFolder folder, IBrowserContext context, IPage page)
    {
        this.folder = folder;
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What it complained of on the console.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>The addresses that it asked for.</summary>
    public IReadOnlyList<string> Requests => requests;

    /// <summary>Opens a page.</summary>
    /// <param name="written">The page.</param>
    /// <param name="place">The part of the address behind its #.</param>
    /// <param name="options">Size, colours and so on.</param>
    public static async Task<OpenedPage> OpenAsync(WrittenPage written, string place = "", BrowserNewContextOptions? options = null)
    {
        IBrowser browser = await Chromium.Browser;
        var folder = new TemporaryFolder();
        string file = folder.Write("report.html", written.Html);
        IBrowserContext context = await browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1400, Height = 1000 } });
        var opened = new OpenedPage(folder, context, await context.NewPageAsync());
        await opened.Page.GotoAsync($"{new Uri(file)}{(place.Length > 0 ? $"#{place}" : "")}");
        return opened;
    }

    /// <summary>Goes to a place as someone does who changes the address.</summary>
    public Task GoAsync(string place) => Page.EvaluateAsync("place => new Promise(done => { addEventListener('hashchange', done, { once: true }); location.hash = `${place}&again=${Math.random()}`; })", place);

    /// <summary>The text of an element, its white space as one blank.</summary>
    public async Task<string> TextAsync(string selector) => string.Join(' ', (await Page.Locator(selector).EvaluateAsync<string>("one => one.innerText ?? one.textContent")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        folder.Dispose();
    }
}
