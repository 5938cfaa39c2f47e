namespace Scratch.Dense;

/// <summary>
/// Random numbers that any language can repeat: SplitMix64 (Steele, Lea and Flood 2014). A seed has as many independent streams
/// as are asked for.
/// </summary>
public sealed class SeededRandom
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong state;

    /// <param name="seed">Any number.</param>
    /// <param name="stream">Which of the seed's streams; <see cref="RowOrder"/> and <see cref="Start"/> say which are theirs.</param>
    public SeededRandom(ulong seed, ulong stream)
    {
        state = seed;
        state = Next() + stream;
        state = Next();
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        ulong z = state += Gamma;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from 0, each as likely: the rest of the next bits by the bound, bits above its last multiple being passed over.</summary>
    /// <param name="bound">How many numbers there are, from 1.</param>
    public int Below(int bound)
    {
        ulong rest = (ulong.MaxValue % (ulong)bound + 1) % (ulong)bound, bits;
        do
            bits = Next();
        while (bits > ulong.MaxValue - rest);
        return (int)(bits % (ulong)bound);
    }

    /// <summary>A multiple of 2⁻⁵³ in [0, 1): the upper 53 of the next bits.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));
}
