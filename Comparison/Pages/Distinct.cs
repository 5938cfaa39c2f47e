namespace Comparison.Pages;

/// <summary>A list in which nothing stands twice.</summary>
/// <typeparam name="T">What is compared by its value.</typeparam>
internal sealed class Distinct<T>
    where T : notnull
{
    private readonly Dictionary<T, int> places = [];

    /// <summary>Its items, in the order in which they came.</summary>
    public IEnumerable<T> Items => places.OrderBy(place => place.Value).Select(place => place.Key);

    /// <summary>The place of an item, from 0.</summary>
    /// <param name="item">The item.</param>
    /// <param name="on_new">Called if it was not there before.</param>
    public int Add(T item, Action? on_new = null)
    {
        if (places.TryGetValue(item, out int place))
            return place;
        places.Add(item, place = places.Count);
        on_new?.Invoke();
        return place;
    }
}
