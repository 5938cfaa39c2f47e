using System.Numerics;
using System.Runtime.CompilerServices;

namespace Scratch.Kernels;

/// <summary>Whole products: on one thread where they are small, otherwise shared out in blocks of rows and panels among a crew.</summary>
internal static unsafe class Products<V, L, T>
    where V : unmanaged
    where L : ILanes<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>So few multiply-adds are not worth waking anybody.</summary>
    public const int Small = 1 << 20;

    // What one task should have.
    private const nint OfOneTask = 1 << 18;

    /// <summary>C = A · B by tiles.</summary>
    /// <param name="crew">Who may work on it.</param>
    /// <param name="a">A.</param>
    /// <param name="b">B.</param>
    /// <param name="terms">Terms of each sum.</param>
    /// <param name="c">C.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="columns">Columns of B and C.</param>
    /// <param name="finish">What becomes of the sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<F>(Crew crew, in Left<T> a, in Right<T> b, nint terms, in Product<T> c, nint rows, nint columns, in F finish)
        where F : unmanaged, IFinish<V, T>
    {
        nint panels = (columns + Tile<V, L, T>.Panel - 1) / Tile<V, L, T>.Panel;
        if (crew.Threads == 1 || terms * rows * columns < Small)
        {
            for (nint panel = 0; panel < panels; panel++)
                Tile<V, L, T>.Multiply(a, b, terms, c, panel, columns, 0, rows, finish);
            return;
        }
        TileJob<F> job = crew.The<TileJob<F>>();
        (job.A, job.B, job.Terms, job.C, job.Rows, job.Columns, job.Finish) = (a, b, terms, c, rows, columns, finish);
        job.Block = Block(terms * Tile<V, L, T>.Panel);
        crew.Run(job, (int)(panels * job.Blocks));
    }

    /// <summary>C = A · Bᵀ + bias by dots; <see cref="Dots{V, L, T}.Multiply"/> tells the parameters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RunDots(Crew crew, T* a, nint a_row, T* b, nint b_row, nint b_panel, nint terms, T* bias, T* c, nint c_row, nint rows, nint columns)
    {
        nint vectors = (terms + L.Count - 1) / L.Count;
        if (crew.Threads == 1 || terms * rows * columns < Small)
        {
            Dots<V, L, T>.Multiply(a, a_row, b, b_row, b_panel, vectors, bias, c, c_row, columns, 0, rows);
            return;
        }
        DotsJob job = crew.The<DotsJob>();
        (job.Row, job.BRow, job.BPanel, job.Vectors, job.CRow, job.Rows, job.Columns) = (a_row, b_row, b_panel, vectors, c_row, rows, columns);
        job.A = a;
        job.B = b;
        job.Bias = bias;
        job.C = c;
        job.Block = Block(terms * columns);
        crew.Run(job, (int)((rows + job.Block - 1) / job.Block));
    }

    // Rows of a task, whole tiles of them.
    private static nint Block(nint work_of_row) => (OfOneTask / work_of_row + 8) / 8 * 8;

    private sealed class TileJob<F> : Job
        where F : unmanaged, IFinish<V, T>
    {
        public Left<T> A;
        public Right<T> B;
        public Product<T> C;
        public nint Terms, Rows, Columns, Block;
        public F Finish;

        public nint Blocks => (Rows + Block - 1) / Block;

        public override void Run(int task)
        {
            nint panel = task / Blocks, first = task % Blocks * Block;
            Tile<V, L, T>.Multiply(A, B, Terms, C, panel, Columns, first, Math.Min(first + Block, Rows), Finish);
        }
    }

    private sealed class DotsJob : Job
    {
        public T* A, B, Bias, C;
        public nint Row, BRow, BPanel, Vectors, CRow, Rows, Columns, Block;

        public override void Run(int task)
        {
            nint first = task * Block;
            Dots<V, L, T>.Multiply(A, Row, B, BRow, BPanel, Vectors, Bias, C, CRow, Columns, first, Math.Min(first + Block, Rows));
        }
    }
}
