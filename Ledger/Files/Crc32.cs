namespace Ledger.Files;

/// <summary>The checksum that a zip keeps of each member (ISO 3309, polynomial 0xEDB88320).</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    /// <summary>The checksum of some bytes and more after them.</summary>
    /// <param name="checksum">The checksum of what came before; 0 for nothing.</param>
    /// <param name="bytes">The bytes after it.</param>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        uint remainder = ~checksum;
        foreach (byte next in bytes)
            remainder = Table[(byte)remainder ^ next] ^ (remainder >> 8);
        return ~remainder;
    }

    private static uint Entry(int index)
    {
        uint remainder = (uint)index;
        for (int bit = 0; bit < 8; bit++)
            remainder = (remainder & 1) == 0 ? remainder >> 1 : (remainder >> 1) ^ 0xEDB88320;
        return remainder;
    }
}
