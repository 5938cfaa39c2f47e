using System.Diagnostics;
using System.Globalization;

namespace Tensorflow.Keras.Utils;

/// <summary>
/// Keras's lines of progress. With verbose 1 the line is drawn again and again on a terminal, and once, when it is
/// complete, anywhere else; with verbose 2 once.
/// </summary>
internal sealed class ProgressLine(int steps, int verbose)
{
    private const int bar_width = 20;
    private static readonly TimeSpan between_drawings = TimeSpan.FromSeconds(0.05);

    private readonly bool terminal = !Console.IsOutputRedirected && ReferenceEquals(Binding.tf_output_redirect, Console.Out);
    private Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan drawn = TimeSpan.MinValue;

    public void StartEpoch(int epoch, int epochs)
    {
        watch = Stopwatch.StartNew();
        drawn = TimeSpan.MinValue;
        if (verbose != 0)
            Binding.tf_output_redirect!.WriteLine($"Epoch {epoch + 1}/{epochs}");
    }

    /// <summary>So many batches are done.</summary>
    public void Show(int done, Dictionary<string, float> logs)
    {
        if (verbose != 1 || !terminal || done == steps || (drawn >= TimeSpan.Zero && watch.Elapsed - drawn < between_drawings))
            return;
        drawn = watch.Elapsed;
        double remaining = watch.Elapsed.TotalSeconds / done * (steps - done);
        Console.Out.Write('\r' + Line(done, Bar(done), $"{remaining:F0}s", logs));
    }

    /// <summary>All batches are done.</summary>
    public void Finish(Dictionary<string, float> logs)
    {
        if (verbose == 0)
            return;
        string line = Line(steps, verbose == 1 ? Bar(steps) : " -", $"{watch.Elapsed.TotalSeconds:F0}s", logs);
        Binding.tf_output_redirect!.WriteLine(verbose == 1 && terminal ? '\r' + line : line);
    }

    private static string Number(float value) => Math.Abs(value) > 1e-3
        ? value.ToString("F4", CultureInfo.InvariantCulture)
        : value.ToString("0.0000e+00", CultureInfo.InvariantCulture);

    private string Line(int done, string bar, string time, Dictionary<string, float> logs)
    {
        string count = $"{done}".PadLeft($"{steps}".Length);
        string values = string.Concat(logs.Select(log => $" - {log.Key}: {Number(log.Value)}"));
        string pace = (verbose == 1 ? " " : " - ") + Pace(watch.Elapsed.TotalSeconds / done);
        return $"{count}/{steps}{bar} {time}{pace}{values}";
    }

    private static string Pace(double seconds) => seconds switch
    {
        >= 1 => $"{seconds:F0}s/step",
        >= 1e-3 => $"{seconds * 1e3:F0}ms/step",
        _ => $"{seconds * 1e6:F0}us/step",
    };

    private string Bar(int done)
    {
        int full = bar_width * done / steps;
        return terminal
            ? $" \e[32m{new string('━', full)}\e[37m{new string('━', bar_width - full)}\e[0m"
            : $" {new string('━', full)}";
    }
}
