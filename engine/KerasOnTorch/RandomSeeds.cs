namespace Tensorflow;

/// <summary>The seeds of everything that is drawn: one stream, which tf.set_random_seed starts anew.</summary>
internal static class RandomSeeds
{
    private static readonly Lock gate = new();
    private static Random stream = new();

    public static void Reset(int seed)
    {
        lock (gate)
            stream = new Random(seed);
    }

    /// <summary>The next seed of the stream.</summary>
    public static long Next()
    {
        lock (gate)
            return stream.NextInt64();
    }
}
