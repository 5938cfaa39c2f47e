using Ledger.Traces;

namespace Ledger.Files;

/// <summary>Writes traces as NumPy's .npz.</summary>
internal static class NpzTraceWriter
{
    /// <summary>Writes a trace.</summary>
    public static void Write(Stream file, Trace trace)
    {
        using var npz = new NpzWriter(file);
        npz.Texts("side", [], trace.Side);
        npz.Texts("loss_formula", [], LossFormulas.Name(trace));
        if (!trace.Network.IsDocuments)
            npz.Texts(NetworkText.Member, [], NetworkText.Json(trace.Network, trace.LearningRate));
        Floats("learning_rate", new([], [trace.LearningRate]));
        npz.Integers("batch_size", [], trace.BatchSize);
        Floats("inputs", trace.Inputs);
        Floats("labels", trace.Labels);
        foreach (var (name, array) in trace.Start)
            Floats($"start/{name}", array);
        npz.Texts("not_computed", [trace.NotComputed.Count], [.. trace.NotComputed.Keys]);
        npz.Texts("not_computed_reasons", [trace.NotComputed.Count], [.. trace.NotComputed.Values]);
        for (int step = 1; step <= trace.Steps.Count; step++)
        {
            TraceStep recorded = trace.Steps[step - 1];
            npz.Integers($"{step}/{TraceAssembly.Rows}", [recorded.Rows.Count], [.. recorded.Rows]);
            foreach (var (name, array) in recorded.Recorded)
                Floats($"{step}/{name}", array);
        }

        void Floats(string name, NumberArray array) => npz.Floats(name, array, trace.Format);
    }
}
