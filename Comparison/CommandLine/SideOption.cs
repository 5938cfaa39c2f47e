using System.CommandLine;
using Comparison.Problems;
using Comparison.Reports;
using Comparison.Sides;
using KerasVersion;
using Ledger.Traces;

namespace Comparison.CommandLine;

/// <summary>The option that chooses one of the two sides.</summary>
internal static class SideOption
{
    /// <summary>Its value for the hand-written side.</summary>
    public const string Scratch = "scratch";

    private const string Keras = "keras";

    /// <summary>The option.</summary>
    /// <param name="description">What the side is chosen for.</param>
    /// <param name="is_required">Whether there is no default.</param>
    public static Option<string?> Create(string description, bool is_required) => new("--side")
    {
        Description = description,
        HelpName = $"{Scratch}|{Keras}",
        Required = is_required,
        CustomParser = Parsing.One(text => text is Scratch or Keras ? text : null, $"{Scratch} or {Keras}"),
    };

    /// <summary>Trains the chosen side and records it.</summary>
    public static Trace Train(string side, Problem problem) => LongWork.Show(bar =>
    {
        bool by_hand = side == Scratch;
        Action on_step = bar($"{(by_hand ? "Scratch" : Engine.Current.Name)} trains", problem.Steps);
        return (by_hand ? ScratchSide.Train(problem, on_step) : KerasSide.Train(problem, on_step)).Trace;
    });
}
