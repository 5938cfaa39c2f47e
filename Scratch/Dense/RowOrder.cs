namespace Scratch.Dense;

/// <summary>The order in which an epoch takes its rows, from a seed.</summary>
public static class RowOrder
{
    /// <summary>
    /// An epoch's order: 0, 1, 2, … shuffled from the last place down, each place exchanged with one at or before it (Fisher
    /// and Yates), by stream <paramref name="epoch"/> + 1 of the seed. It depends on nothing else.
    /// </summary>
    /// <param name="seed">The seed.</param>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <param name="order">Where the order goes, as long as there are rows.</param>
    public static void Shuffle(ulong seed, int epoch, Span<int> order) => Shuffle(new SeededRandom(seed, (ulong)epoch + 1), order);

    /// <summary>0, 1, 2, … shuffled in the same way by any stream.</summary>
    /// <param name="random">Where the random numbers come from.</param>
    /// <param name="order">Where the order goes.</param>
    public static void Shuffle(SeededRandom random, Span<int> order)
    {
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = random.Below(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
