namespace Scratch.Kernels;

/// <summary>Numbers that begin at a cache line and that the garbage collector does not move; 0 at first.</summary>
internal sealed unsafe class AlignedMemory<T>
    where T : unmanaged
{
    private const int LineBytes = 64;

    /// <summary>Numbers of a cache line.</summary>
    public static int Line => LineBytes / sizeof(T);

    private readonly T[] numbers;

    /// <param name="length">How many numbers; as many as a cache line has lie behind them.</param>
    public AlignedMemory(nint length)
    {
        numbers = GC.AllocateArray<T>(checked((int)(length + 2 * Line)), pinned: true);
        fixed (T* start = numbers)
            At = (T*)(((nint)start + LineBytes - 1) / LineBytes * LineBytes);
    }

    /// <summary>The first number; valid as long as this object is referred to.</summary>
    public T* At { get; }
}
