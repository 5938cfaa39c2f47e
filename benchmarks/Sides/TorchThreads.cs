namespace Benchmarks.Sides;

/// <summary>How many threads libtorch may use: a setting of the whole process.</summary>
internal static class TorchThreads
{
    public static void Use(int threads)
    {
        if (TorchSharp.torch.get_num_threads() != threads)
            TorchSharp.torch.set_num_threads(threads);
    }
}
