using System.Numerics;
using Scratch.Dense;

namespace Comparison.Tests.Scratch.Dense;

[TestClass]
public sealed class AllocationTests
{
    [TestMethod]
    [DataRow("3-4-1")]
    [DataRow("784-128-1")]
    [DataRow("7-40-1-5")]
    public void Steps_after_the_first_allocate_nothing(string sizes)
    {
        foreach (Optimizer optimizer in DrawnTraining.Optimizers)
        {
            DrawnTraining training = DrawnTraining.Of(sizes, 200, optimizer, stable: true);
            Check<float>(training);
            Check<double>(training);
        }
    }

    [TestMethod]
    public void On_several_threads_too_steps_allocate_nothing()
    {
        const int steps = 4000;
        DrawnTraining training = DrawnTraining.Of("1000-512-1", rows: 4, new Sgd(0.001), stable: true);
        DenseNetwork<float> network = training.Network<float>(threads: 3);
        float[,] X = training.X<float>(), labels = training.Labels<float>();
        network.Fit(X, labels, batch_size: 4, epochs: steps);

        // This thread does what the others do.
        long allocated = Allocated(() => network.Fit(X, labels, batch_size: 4, epochs: steps)) - steps * sizeof(float);

        // The thread pool's queue may grow now and then, whatever the steps; they themselves allocate less than a byte each, which is nothing.
        Assert.IsLessThan(steps, allocated);
    }

    private static void Check<T>(DrawnTraining training) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        DenseNetwork<T> network = training.Network<T>();
        T[,] X = training.X<T>(), labels = training.Labels<T>();
        foreach (ulong? seed in new ulong?[] { null, 1 })
        {
            foreach (int batch_size in new[] { 200, 4 })
                network.Fit(X, labels, batch_size, epochs: 1, seed);
            long few_steps = Allocated(() => network.Fit(X, labels, batch_size: 200, epochs: 1, seed)), many_steps = Allocated(() => network.Fit(X, labels, batch_size: 4, epochs: 1, seed));
            // Fit itself allocates its losses and the order of its rows, however many steps it takes.
            Assert.AreEqual(few_steps, many_steps, $"{training}");
        }
    }

    // A collection would count what is left of this thread's own piece of memory as allocated.
    private static long Allocated(Action action)
    {
        Assert.IsTrue(GC.TryStartNoGCRegion(1 << 20));
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.EndNoGCRegion();
        return allocated;
    }
}
