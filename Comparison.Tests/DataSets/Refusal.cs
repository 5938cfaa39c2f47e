using DataSets;

namespace Comparison.Tests.DataSets;

/// <summary>What is refused is refused in one line.</summary>
internal static class Refusal
{
    /// <summary>Asserts that something is refused, with these words in the message.</summary>
    public static void Of(Action action, params string[] words)
    {
        string message = Assert.ThrowsExactly<InputException>(action).Message;
        Assert.IsFalse(message.Any(char.IsControl), message);
        foreach (string word in words)
            StringAssert.Contains(message, word);
    }
}
