using System.Runtime.CompilerServices;

namespace Scratch.Kernels;

/// <summary>
/// The matrix product C = A · Bᵀ where the terms of each sum stand side by side in both: up to four rows by four, each a vector of
/// partial sums that is added up at the end. It serves the forward pass of a layer of few units, and the backward pass
/// through the kernel of a layer of many.
/// </summary>
internal static unsafe class Dots<V, L, T>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged, System.Numerics.INumberBase<T>
{
    /// <summary>Some rows of the product.</summary>
    /// <param name="a">A, its terms side by side.</param>
    /// <param name="a_row">From one row of A to the next.</param>
    /// <param name="b">Bᵀ in panels: a row's terms stand side by side within a panel.</param>
    /// <param name="b_row">From one row of Bᵀ to the next.</param>
    /// <param name="b_panel">From one panel to the next.</param>
    /// <param name="vectors">Vectors of terms.</param>
    /// <param name="bias">What each column's sums get added; null for nothing.</param>
    /// <param name="c">C.</param>
    /// <param name="c_row">From one row of C to the next.</param>
    /// <param name="columns">Columns of C.</param>
    /// <param name="row">The first row.</param>
    /// <param name="end">The row after the last.</param>
    public static void Multiply(T* a, nint a_row, T* b, nint b_row, nint b_panel, nint vectors, T* bias, T* c, nint c_row, nint columns, nint row, nint end)
    {
        for (; end - row >= 4; row += 4)
            Rows<Four>(a + row * a_row, a_row, b, b_row, b_panel, vectors, bias, c + row * c_row, c_row, columns);
        a += row * a_row;
        c += row * c_row;
        switch (end - row)
        {
            case 1: Rows<One>(a, a_row, b, b_row, b_panel, vectors, bias, c, c_row, columns); break;
            case 2: Rows<Two>(a, a_row, b, b_row, b_panel, vectors, bias, c, c_row, columns); break;
            case 3: Rows<Three>(a, a_row, b, b_row, b_panel, vectors, bias, c, c_row, columns); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows<R>(T* a, nint a_row, T* b, nint b_row, nint b_panel, nint vectors, T* bias, T* c, nint c_row, nint columns)
        where R : struct, ISize
    {
        nint column = 0;
        for (; columns - column >= 4; column += 4)
            Square<R, Four>(a, a_row, b + column * b_row, b_row, b_panel, vectors, bias == null ? null : bias + column, c + column, c_row);
        b += column * b_row;
        bias = bias == null ? null : bias + column;
        c += column;
        switch (columns - column)
        {
            case 1: Square<R, One>(a, a_row, b, b_row, b_panel, vectors, bias, c, c_row); break;
            case 2: Square<R, Two>(a, a_row, b, b_row, b_panel, vectors, bias, c, c_row); break;
            case 3: Square<R, Three>(a, a_row, b, b_row, b_panel, vectors, bias, c, c_row); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Square<R, C>(T* a, nint a_row, T* b, nint b_row, nint b_panel, nint vectors, T* bias, T* c, nint c_row)
        where R : struct, ISize
        where C : struct, ISize
    {
        Sums<C> r0 = default, r1 = default, r2 = default, r3 = default;
        for (nint vector = 0; vector < vectors; vector++, a += L.Count)
        {
            T* at = b + (vector >> 1) * b_panel + (vector & 1) * L.Count;
            V b0 = L.Load(at), b1 = default, b2 = default, b3 = default;
            if (C.Count > 1)
                b1 = L.Load(at + b_row);
            if (C.Count > 2)
                b2 = L.Load(at + 2 * b_row);
            if (C.Count > 3)
                b3 = L.Load(at + 3 * b_row);
            r0.Add(L.Load(a), b0, b1, b2, b3);
            if (R.Count > 1)
                r1.Add(L.Load(a + a_row), b0, b1, b2, b3);
            if (R.Count > 2)
                r2.Add(L.Load(a + 2 * a_row), b0, b1, b2, b3);
            if (R.Count > 3)
                r3.Add(L.Load(a + 3 * a_row), b0, b1, b2, b3);
        }
        r0.End(c, bias);
        if (R.Count > 1)
            r1.End(c + c_row, bias);
        if (R.Count > 2)
            r2.End(c + 2 * c_row, bias);
        if (R.Count > 3)
            r3.End(c + 3 * c_row, bias);
    }

    /// <summary>The partial sums of one row.</summary>
    private struct Sums<C>
        where C : struct, ISize
    {
        private V s0, s1, s2, s3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(V a, V b0, V b1, V b2, V b3)
        {
            s0 = L.MultiplyAdd(a, b0, s0);
            if (C.Count > 1)
                s1 = L.MultiplyAdd(a, b1, s1);
            if (C.Count > 2)
                s2 = L.MultiplyAdd(a, b2, s2);
            if (C.Count > 3)
                s3 = L.MultiplyAdd(a, b3, s3);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void End(T* c, T* bias)
        {
            c[0] = bias == null ? L.Sum(s0) : L.Sum(s0) + bias[0];
            if (C.Count > 1)
                c[1] = bias == null ? L.Sum(s1) : L.Sum(s1) + bias[1];
            if (C.Count > 2)
                c[2] = bias == null ? L.Sum(s2) : L.Sum(s2) + bias[2];
            if (C.Count > 3)
                c[3] = bias == null ? L.Sum(s3) : L.Sum(s3) + bias[3];
        }
    }
}
