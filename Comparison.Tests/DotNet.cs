namespace Comparison.Tests;

/// <summary>The SDK's commands, run as processes that leave none behind.</summary>
internal static class DotNet
{
    private static readonly Dictionary<string, string> environment = new()
    {
        // What stays to serve the next build would hold this one's output open.
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
    };

    /// <summary>Runs a command in a folder.</summary>
    public static BuiltProgram Run(string folder, params string[] arguments) => RunWith([], folder, arguments);

    /// <summary>The same with some environment variables set besides.</summary>
    public static BuiltProgram RunWith(Dictionary<string, string> variables, string folder, params string[] arguments) =>
        BuiltProgram.Start("dotnet", arguments, new Dictionary<string, string>(environment.Concat(variables)), folder);
}
