using System.Globalization;

namespace Ledger.Judging;

/// <summary>One number, and what its formula allows for it.</summary>
/// <param name="Side">Whose number it is.</param>
/// <param name="Step">The step, from 1; 0 for a root.</param>
/// <param name="Quantity">The quantity's or the root's name.</param>
/// <param name="Index">Its indices, as many as the quantity has dimensions.</param>
/// <param name="Value">The number, NaN where it is missing.</param>
/// <param name="Exact">What the formula gives exactly, or the other side's number for a root.</param>
/// <param name="Budget">How far honest rounding can be from <paramref name="Exact"/>; 0 for a root.</param>
/// <param name="Explanation">What is wrong with it, in one clause.</param>
public sealed record Finding(string Side, int Step, string Quantity, int[] Index, double Value, double Exact, double Budget, string Explanation)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        string element = Index.Length == 0 ? Quantity : $"{Quantity}[{string.Join(", ", Index)}]";
        return Step == 0 ? $"{element}: {Explanation}" : $"{Side}, step {Step}, {element}: {Explanation}";
    }

    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    internal static string Short(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
