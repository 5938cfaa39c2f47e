using System.CommandLine;
using System.CommandLine.Parsing;
using Benchmarks.Measuring;

namespace Benchmarks.Reports;

/// <summary>Where a report goes besides the console.</summary>
internal sealed class ReportOptions
{
    private static readonly string[] pictures = [".svg", ".png"];

    private readonly Option<FileInfo?> json = new("--json") { Description = "Also write the result to this file, as JSON.", HelpName = "FILE" };
    private readonly Option<FileInfo?> picture = new("--picture") { Description = "Also draw the result into this file, .svg or .png.", HelpName = "FILE" };

    public ReportOptions()
    {
        json.Validators.Add(result => CheckFolder(result, "--json"));
        picture.Validators.Add(result => CheckFolder(result, "--picture"));
        picture.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { } file && !pictures.Contains(file.Extension))
                result.AddError($"--picture: '{file.Name}' must end in .svg or .png.");
        });
    }

    /// <summary>Gives a command both options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(json);
        command.Options.Add(picture);
    }

    /// <summary>Writes what the command line asks for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="report">What was measured.</param>
    /// <param name="draw">Draws it.</param>
    public void Write(ParseResult result, Report report, Action<Report, string>? draw = null)
    {
        if (result.GetValue(json) is { } text)
            File.WriteAllText(text.FullName, JsonReport.Text(report));
        if (result.GetValue(picture) is { } drawing)
            (draw ?? CasesPicture.Save)(report, drawing.FullName);
    }

    private static void CheckFolder(OptionResult result, string option)
    {
        if (result.GetValueOrDefault<FileInfo?>() is { Directory: { Exists: false } folder })
            result.AddError($"{option}: there is no folder '{folder}'.");
    }
}
