using KerasVersion;

namespace Comparison.Sides;

/// <summary>One of the two sides.</summary>
public enum Side
{
    /// <summary>The network by hand.</summary>
    Scratch,

    /// <summary>The framework's.</summary>
    Keras,
}

/// <summary>What sides are called.</summary>
public static class SideNames
{
    /// <summary>The name in options, files and folders: scratch or keras.</summary>
    public static string Name(this Side side) => side == Side.Scratch ? "scratch" : "keras";

    /// <summary>The name for people: Scratch, or the framework that ran.</summary>
    public static string Title(this Side side) => side == Side.Scratch ? "Scratch" : Engine.Current.Name;
}
