using System.Globalization;

namespace DataSets;

/// <summary>Numbers as this project writes them, whatever the system's language.</summary>
internal static class Numbers
{
    /// <summary>The shortest decimal that reads back to the same number.</summary>
    public static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
