using System.Text;

namespace AgencyRoi.GraphQL.Language;

/// <summary>
/// The names of a schema come again in every document, so their strings are made once. Direct-mapped and without locks: a slot
/// that two threads write holds either string, and both are right. A stranger's names can only push others out.
/// </summary>
internal static class NameCache
{
    private const int LongestName = 40;
    private static readonly string?[] Slots = new string?[1024];

    public static string Get(ReadOnlySpan<byte> name)
    {
        if (name.Length > LongestName)
            return Encoding.ASCII.GetString(name);

        var hash = 2166136261u;
        foreach (var letter in name)
            hash = (hash ^ letter) * 16777619u;
        ref var slot = ref Slots[(hash ^ (hash >> 15)) % 1024];

        if (slot is { } known && Ascii.Equals(name, known))
            return known;
        return slot = Encoding.ASCII.GetString(name);
    }
}
