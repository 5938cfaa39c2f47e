using Ledger.Formulas;
using Ledger.Networks;
using Ledger.Traces;

namespace Ledger.Files;

/// <summary>The names by which a trace file declares how its side computes the loss.</summary>
internal static class LossFormulas
{
    private const string Plain = "document", WithEpsilon = "epsilon-inside-logarithms";

    /// <summary>The name of a trace's set of formulas.</summary>
    /// <exception cref="ArgumentException">It has none.</exception>
    public static string Name(Trace trace) =>
        trace.Formulas == trace.Network.Formulas ? Plain
        : HasEpsilon(trace.Network) && trace.Formulas == trace.Network.FormulasWithEpsilonInsideLogarithms ? WithEpsilon
        : throw new ArgumentException($"Trace files have no name for {trace.Formulas.Loss}.");

    /// <summary>The set of formulas that a name stands for; null if the network has none of it.</summary>
    public static FormulaSet? Find(string name, Network network) => name switch
    {
        Plain => network.Formulas,
        WithEpsilon when HasEpsilon(network) => network.FormulasWithEpsilonInsideLogarithms,
        _ => null,
    };

    /// <summary>The names that a network's formulas can have, for people.</summary>
    public static string Names(Network network) => HasEpsilon(network) ? $"\"{Plain}\" or \"{WithEpsilon}\"" : $"\"{Plain}\"";

    private static bool HasEpsilon(Network network) => network.Loss == LossFunction.BinaryCrossentropy;
}
