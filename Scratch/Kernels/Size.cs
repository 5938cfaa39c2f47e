namespace Scratch.Kernels;

/// <summary>A number that the compiler knows when it compiles a kernel.</summary>
internal interface ISize
{
    static abstract int Count { get; }
}

internal readonly struct One : ISize
{
    public static int Count => 1;
}

internal readonly struct Two : ISize
{
    public static int Count => 2;
}

internal readonly struct Three : ISize
{
    public static int Count => 3;
}

internal readonly struct Four : ISize
{
    public static int Count => 4;
}

internal readonly struct Five : ISize
{
    public static int Count => 5;
}

internal readonly struct Six : ISize
{
    public static int Count => 6;
}

internal readonly struct Seven : ISize
{
    public static int Count => 7;
}

internal readonly struct Eight : ISize
{
    public static int Count => 8;
}
