using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>Members in the order of their definition, also found by name. Names are unique.</summary>
public sealed class MemberList<T> : IReadOnlyList<T>
    where T : class, INamedMember
{
    private readonly T[] items;
    private readonly FrozenDictionary<string, T> byName;

    public MemberList(IEnumerable<T> members)
    {
        items = [.. members];
        byName = items.ToFrozenDictionary(member => member.Name, StringComparer.Ordinal);
    }

    public static MemberList<T> Empty { get; } = new([]);

    public int Count => items.Length;

    public T this[int index] => items[index];

    /// <summary>The member of that name, or null.</summary>
    public T? this[string name] => byName.GetValueOrDefault(name);

    public bool TryGet(string name, [NotNullWhen(true)] out T? member) => byName.TryGetValue(name, out member);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}
