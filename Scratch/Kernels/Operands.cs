namespace Scratch.Kernels;

/// <summary>The left factor A of a product: any matrix that lies in memory with two strides, so also a transposed one.</summary>
/// <param name="at">Its first number.</param>
/// <param name="row">From one row to the next.</param>
/// <param name="term">From one term of the sums to the next.</param>
internal readonly unsafe struct Left<T>(T* at, nint row, nint term)
    where T : unmanaged
{
    public readonly T* At = at;
    public readonly nint Row = row, Term = term;
}

/// <summary>The right factor B of a product, in panels: each term's numbers of one panel stand side by side.</summary>
/// <param name="at">Its first number.</param>
/// <param name="term">From one term of the sums to the next.</param>
/// <param name="panel">From one panel to the next.</param>
internal readonly unsafe struct Right<T>(T* at, nint term, nint panel)
    where T : unmanaged
{
    public readonly T* At = at;
    public readonly nint Term = term, Panel = panel;
}

/// <summary>The product C, in panels as the right factor.</summary>
/// <param name="at">Its first number.</param>
/// <param name="row">From one row to the next.</param>
/// <param name="panel">From one panel to the next.</param>
internal readonly unsafe struct Product<T>(T* at, nint row, nint panel)
    where T : unmanaged
{
    public readonly T* At = at;
    public readonly nint Row = row, Panel = panel;
}
