using Microsoft.Playwright;

namespace Comparison.Tests.Pages;

/// <summary>The browser that is installed, driven without a window; one for all tests.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    /// <summary>The browser; without one the test is skipped, saying what to install.</summary>
    public static Task<IBrowser> Browser
    {
        get
        {
            if (Executable is null)
                Assert.Inconclusive("No Chromium was found. Install it (Debian, Ubuntu: apt-get install chromium), or name it in the environment variable CHROMIUM.");
            return Started.Value;
        }
    }

    private static string? Executable =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named
        : (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
           from name in Names
           select Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static async Task<IBrowser> StartAsync()
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        // Who may do everything on the machine, as in a container, gets no sandbox from Chromium.
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Headless = true, ChromiumSandbox = !Environment.IsPrivilegedProcess });
    }
}
