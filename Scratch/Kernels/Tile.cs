using System.Runtime.CompilerServices;

namespace Scratch.Kernels;

/// <summary>
/// The matrix product C = A · B, which nearly all of training is. One tile of C, at most eight rows and two vectors wide,
/// stays in registers while all terms of its sums are added:
/// <code>
///                                    B   two vectors of a term, side by side: a panel
///                                 ┌───────────┬───────────┐
///                     term 0      │ ········· │ ········· │
///                     term 1      │ ········· │ ········· │   one load each
///                     …           └───────────┴───────────┘
///      A  term 0, 1, …
///        ┌ · · · ·                ┌───────────┬───────────┐
///  row 0 │ a ─────── to all lanes │   r0.left │  r0.right │
///  row 1 │ a                      │   r1.left │  r1.right │   16 sums in registers: each number of A is used
///   …    │ …                      │     …     │     …     │   for two multiply-adds, each vector of B for eight
///  row 7 └ a                      └───────────┴───────────┘
/// </code>
/// Sixteen sums hide the latency of multiply-add, and ten loads feed sixteen of them, so the multiply-add units are the limit.
/// A is read number by number through two strides, so the same tile serves
/// <list type="bullet">
/// <item>forward: A = the layer's inputs (a row a sample), B = the kernel in panels of neurons, C = pre-activations;</item>
/// <item>update: A = the same inputs transposed (a row an input), B = the deltas, C = the kernel, whose gradient never leaves the registers;</item>
/// <item>backward, where a layer has few units: A = its deltas, B = the kernel, C = the deltas of the layer before.</item>
/// </list>
/// Rows that do not fill a tile share a lower one. Which rows are together depends on the sizes alone, so the order of every sum
/// is the same for any number of threads.
/// </summary>
internal static unsafe class Tile<V, L, T>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged
{
    /// <summary>Columns of a panel: two vectors.</summary>
    public static int Panel => 2 * L.Count;

    /// <summary>Some rows of a product, in one panel.</summary>
    /// <param name="a">A.</param>
    /// <param name="b">B.</param>
    /// <param name="terms">Terms of each sum.</param>
    /// <param name="c">C.</param>
    /// <param name="panel">Which panel.</param>
    /// <param name="columns">Columns of C; where the panel has no more than one vector of them, the other one is left alone.</param>
    /// <param name="first">The first row.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="finish">What becomes of the sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<F>(in Left<T> a, in Right<T> b, nint terms, in Product<T> c, nint panel, nint columns, nint first, nint end, in F finish)
        where F : unmanaged, IFinish<V, T>
    {
        if (columns - panel * Panel > L.Count)
            Multiply<Two, F>(a, b, terms, c, panel, first, end, finish);
        else
            Multiply<One, F>(a, b, terms, c, panel, first, end, finish);
    }

    /// <summary>One row of a panel: the same numbers as <see cref="Multiply{F}"/> gives for it.</summary>
    /// <param name="begin">What the sums begin with, number by number.</param>
    /// <param name="a">The row of A, its terms side by side.</param>
    /// <param name="b">The panel of B.</param>
    /// <param name="b_term">From one term of B to the next.</param>
    /// <param name="terms">Terms of each sum.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row<W> RowAlone<W>(T* begin, T* a, T* b, nint b_term, nint terms) where W : struct, ISize =>
        AddTerms(new Row<W>(L.Load(begin), Second<W>(begin)), a, 1, b, b_term, terms);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply<W, F>(in Left<T> a, in Right<T> b, nint terms, in Product<T> c, nint panel, nint row, nint end, in F finish)
        where W : struct, ISize
        where F : unmanaged, IFinish<V, T>
    {
        T* left = a.At + row * a.Row, right = b.At + panel * b.Panel, product = c.At + panel * c.Panel + row * c.Row;
        nint column = panel * Panel;
        for (; L.TileRows == 8 && end - row >= 8; row += 8, left += 8 * a.Row, product += 8 * c.Row)
            Multiply<Eight, W, F>(left, a.Row, a.Term, right, b.Term, terms, product, c.Row, column, finish);
        for (; L.TileRows == 4 && end - row >= 4; row += 4, left += 4 * a.Row, product += 4 * c.Row)
            Multiply<Four, W, F>(left, a.Row, a.Term, right, b.Term, terms, product, c.Row, column, finish);
        switch (end - row)
        {
            case 1: MultiplyRow<W, F>(left, a.Term, right, b.Term, terms, product, column, finish); break;
            case 2: Multiply<Two, W, F>(left, a.Row, a.Term, right, b.Term, terms, product, c.Row, column, finish); break;
            case 3: Multiply<Three, W, F>(left, a.Row, a.Term, right, b.Term, terms, product, c.Row, column, finish); break;
            case 4: Multiply<Four, W, F>(left, a.Row, a.Term, right, b.Term, terms, product, c.Row, column, finish); break;
            case 5: Multiply<Five, W, F>(left, a.Row, a.Term, right, b.Term, terms, product, c.Row, column, finish); break;
            case 6: Multiply<Six, W, F>(left, a.Row, a.Term, right, b.Term, terms, product, c.Row, column, finish); break;
            case 7: Multiply<Seven, W, F>(left, a.Row, a.Term, right, b.Term, terms, product, c.Row, column, finish); break;
        }
    }

    // The tile itself. Sizes are known to the compiler, so what a smaller tile does not have is not there.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply<R, W, F>(T* a, nint a_row, nint a_term, T* b, nint b_term, nint terms, T* c, nint c_row, nint column, in F finish)
        where R : struct, ISize
        where W : struct, ISize
        where F : unmanaged, IFinish<V, T>
    {
        Row<W> r0 = Row<W>.Begin(column, finish), r1 = r0, r2 = r0, r3 = r0, r4 = r0, r5 = r0, r6 = r0, r7 = r0;
        nint a_rows2 = 2 * a_row;
        T* a3 = a + 3 * a_row, a6 = a3 + 3 * a_row;
        for (; terms > 0; terms--, a += a_term, a3 += a_term, a6 += a_term, b += b_term)
        {
            V left = L.Load(b), right = Second<W>(b);
            r0.Add(L.All(a[0]), left, right);
            r1.Add(L.All(a[a_row]), left, right);
            if (R.Count > 2)
                r2.Add(L.All(a[a_rows2]), left, right);
            if (R.Count > 3)
                r3.Add(L.All(a3[0]), left, right);
            if (R.Count > 4)
                r4.Add(L.All(a3[a_row]), left, right);
            if (R.Count > 5)
                r5.Add(L.All(a3[a_rows2]), left, right);
            if (R.Count > 6)
                r6.Add(L.All(a6[0]), left, right);
            if (R.Count > 7)
                r7.Add(L.All(a6[a_row]), left, right);
        }
        r0.End(c, finish);
        r1.End(c + c_row, finish);
        if (R.Count > 2)
            r2.End(c + 2 * c_row, finish);
        if (R.Count > 3)
            r3.End(c + 3 * c_row, finish);
        if (R.Count > 4)
            r4.End(c + 4 * c_row, finish);
        if (R.Count > 5)
            r5.End(c + 5 * c_row, finish);
        if (R.Count > 6)
            r6.End(c + 6 * c_row, finish);
        if (R.Count > 7)
            r7.End(c + 7 * c_row, finish);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyRow<W, F>(T* a, nint a_term, T* b, nint b_term, nint terms, T* c, nint column, in F finish)
        where W : struct, ISize
        where F : unmanaged, IFinish<V, T> =>
        AddTerms(Row<W>.Begin(column, finish), a, a_term, b, b_term, terms).End(c, finish);

    // A row alone has no neighbours to hide the latency of its sums: it takes four terms at a time, each into sums of their own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Row<W> AddTerms<W>(Row<W> sums, T* a, nint a_term, T* b, nint b_term, nint terms)
        where W : struct, ISize
    {
        if (terms >= 4)
        {
            Row<W> second = default, third = default, fourth = default;
            for (; terms >= 4; terms -= 4, a += 4 * a_term, b += 4 * b_term)
            {
                T* b2 = b + 2 * b_term;
                sums.Add(L.All(a[0]), L.Load(b), Second<W>(b));
                second.Add(L.All(a[a_term]), L.Load(b + b_term), Second<W>(b + b_term));
                third.Add(L.All(a[2 * a_term]), L.Load(b2), Second<W>(b2));
                fourth.Add(L.All(a[3 * a_term]), L.Load(b2 + b_term), Second<W>(b2 + b_term));
            }
            sums = Row<W>.Sum(Row<W>.Sum(sums, second), Row<W>.Sum(third, fourth));
        }
        for (; terms > 0; terms--, a += a_term, b += b_term)
            sums.Add(L.All(a[0]), L.Load(b), Second<W>(b));
        return sums;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Second<W>(T* b) where W : struct, ISize => W.Count == 2 ? L.Load(b + L.Count) : default;

    /// <summary>One row of the tile: one or two vectors of sums.</summary>
    public struct Row<W>(V left, V right = default)
        where W : struct, ISize
    {
        private V left = left, right = right;

        public readonly V Left => left;

        public readonly V Right => right;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Row<W> Begin<F>(nint column, in F finish) where F : unmanaged, IFinish<V, T> =>
            new(finish.Begin(column), W.Count == 2 ? finish.Begin(column + L.Count) : default);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(V a, V b_left, V b_right)
        {
            left = L.MultiplyAdd(a, b_left, left);
            if (W.Count == 2)
                right = L.MultiplyAdd(a, b_right, right);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Row<W> Sum(Row<W> a, Row<W> b) =>
            new(L.Add(a.left, b.left), W.Count == 2 ? L.Add(a.right, b.right) : default);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void End<F>(T* c, in F finish) where F : unmanaged, IFinish<V, T>
        {
            finish.End(c, left);
            if (W.Count == 2)
                finish.End(c + L.Count, right);
        }
    }
}
