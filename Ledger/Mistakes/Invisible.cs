namespace Ledger.Mistakes;

/// <summary>A known mistake that a run cannot show.</summary>
/// <param name="Name">The mistake's name.</param>
/// <param name="Because">Why not, in one clause.</param>
/// <param name="Reveal">The smallest change of the run that would reveal it.</param>
public sealed record Invisible(string Name, string Because, string Reveal);
