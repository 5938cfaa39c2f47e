using System.Runtime.CompilerServices;

namespace Scratch.Kernels;

/// <summary>Sums over the rows of a matrix.</summary>
internal static unsafe class ColumnSums
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<V, L, T, F>(T* a, nint a_row, nint rows, T* c, nint columns, in F finish)
        where V : unmanaged
        where L : ILanes<V, T>
        where T : unmanaged
        where F : unmanaged, IFinish<V, T>
    {
        for (nint column = 0; column < columns; column += L.Count)
        {
            V sums = default;
            T* at = a + column;
            for (nint row = 0; row < rows; row++, at += a_row)
                sums = L.Add(sums, L.Load(at));
            finish.End(c + column, sums);
        }
    }
}
