namespace AgencyRoi.Platform.Database;

/// <summary>
/// State that the chunks of a dry run leave behind for one another, since each of them is rolled back: what a rule that reads stored rows has to add to them.
/// Each rule has a type of its own, holds sums by key where sums are enough, and adds to it only what an import would have committed.
/// </summary>
internal sealed class RolledBackState
{
    private readonly Dictionary<Type, object> states = [];

    public T Of<T>()
        where T : class, new()
    {
        if (!states.TryGetValue(typeof(T), out var state))
            states[typeof(T)] = state = new T();
        return (T)state;
    }
}
