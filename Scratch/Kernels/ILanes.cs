namespace Scratch.Kernels;

/// <summary>
/// Arithmetic on a vector of so many numbers of one type at once. The kernels are written once against it; which of its three
/// implementations runs is decided when the program starts: 512 bits wide, as wide as <c>Vector&lt;T&gt;</c>, or one number.
/// What loops over it asks for aggressive optimization: a small training is over before the runtime finds out what is hot.
/// </summary>
/// <typeparam name="V">The vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe interface ILanes<V, T>
    where V : unmanaged
    where T : unmanaged
{
    /// <summary>How many numbers a vector has.</summary>
    static abstract int Count { get; }

    /// <summary>How many rows of a <see cref="Tile{V, L, T}"/> the processor's registers hold: 8 or 4.</summary>
    static abstract int TileRows { get; }

    static abstract V Load(T* from);

    static abstract void Store(T* to, V value);

    /// <summary>A number in every place.</summary>
    static abstract V All(T value);

    static abstract V Add(V a, V b);

    static abstract V Subtract(V a, V b);

    static abstract V Multiply(V a, V b);

    static abstract V Divide(V a, V b);

    /// <summary>a · b + c, rounded once where the processor can.</summary>
    static abstract V MultiplyAdd(V a, V b, V c);

    static abstract V Max(V a, V b);

    static abstract V Abs(V a);

    static abstract V Sqrt(V a);

    static abstract V Exp(V a);

    static abstract V Log(V a);

    /// <summary>The value where the condition is above 0; otherwise the other one, also where the condition is NaN.</summary>
    static abstract V WherePositive(V condition, V value, V otherwise);

    /// <summary>The value where the condition is 0, otherwise the other one.</summary>
    static abstract V WhereZero(V condition, V value, V otherwise);

    /// <summary>The sum over all places, always in the same order.</summary>
    static abstract T Sum(V a);
}
