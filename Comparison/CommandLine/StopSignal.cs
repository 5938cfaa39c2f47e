using System.Runtime.InteropServices;

namespace Comparison.CommandLine;

/// <summary>Ctrl-C and the signal to end: the first one asks long work to stop, a second one ends the program at once.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration interrupted, terminated;

    public StopSignal()
    {
        interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    }

    /// <summary>Whether work is to stop.</summary>
    public CancellationToken Token => source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        interrupted.Dispose();
        terminated.Dispose();
        source.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = !source.IsCancellationRequested;
        source.Cancel();
    }
}
