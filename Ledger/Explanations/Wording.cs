namespace Ledger.Explanations;

/// <summary>How elements of a quantity are written with numbers put in, so that whoever has the numbers can put them in.</summary>
/// <param name="Text">
/// The expression; ⟦0⟧, ⟦1⟧ and so on stand for the numbers of <paramref name="Places"/>. What stands between ‹ and › is in
/// parentheses where it begins with a minus sign when the numbers are in.
/// </param>
/// <param name="Places">Where each number is read.</param>
public sealed record Wording(string Text, IReadOnlyList<Place> Places);

/// <summary>A number that an element of a quantity is computed from.</summary>
/// <param name="Name">The root or quantity that is read.</param>
/// <param name="StepsBack">0 for the same step, 1 for the step before.</param>
/// <param name="At">Its position, rows first, for the element at row 0, column 0.</param>
/// <param name="ByRow">How much further it is for each row further.</param>
/// <param name="ByColumn">How much further it is for each column further.</param>
public readonly record struct Place(string Name, int StepsBack, int At, int ByRow, int ByColumn);
