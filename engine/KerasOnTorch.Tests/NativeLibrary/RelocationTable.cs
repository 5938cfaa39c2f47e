namespace NativeLibraryMending.Tests;

/// <summary>Where a made-up library keeps a relocation.</summary>
public enum RelocationTable
{
    WithAddends,
    WithoutAddends,
    CallsWithAddends,
    CallsWithoutAddends,
}
