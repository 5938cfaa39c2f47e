using System.Numerics;

namespace Scratch.Kernels;

/// <summary>Whole products.</summary>
internal static unsafe class Products<V, L, T>
    where V : struct
    where L : ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static void Run<F>(in Left<T> a, in Right<T> b, nint terms, in Product<T> c, nint rows, nint columns, in F finish)
        where F : struct, IFinish<V, T>
    {
        for (nint panel = 0; panel * Tile<V, L, T>.Panel < columns; panel++)
            Tile<V, L, T>.Multiply(a, b, terms, c, panel, columns, 0, rows, finish);
    }

    public static void RunDots(T* a, nint a_row, T* b, nint b_row, nint b_panel, nint terms, T* bias, T* c, nint c_row, nint rows, nint columns) =>
        Dots<V, L, T>.Multiply(a, a_row, b, b_row, b_panel, (terms + L.Count - 1) / L.Count, bias, c, c_row, columns, 0, rows);
}
