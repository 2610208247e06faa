using System.Text.Json;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Parts;

/// <summary>Which lists were found to add up to their whole, and what did not.</summary>
internal sealed class CheckedParts
{
    private readonly List<string> faults = [];

    /// <summary>Lists that were compared at least once with rows in them.</summary>
    public HashSet<string> Lists { get; } = [];

    public IReadOnlyList<string> Faults => faults;

    /// <summary>All money of the rows, each under the name that it has in the whole.</summary>
    /// <param name="list">As <c>Roi.byChannel</c>: the field in which they stand below the whole, or in which they were found.</param>
    /// <param name="inWhole">Where the whole has the same; null: it is no part, and the test says elsewhere what it is.</param>
    public void Sum(string list, JsonElement whole, JsonElement[] parts, Func<string, string?>? inWhole = null)
    {
        var names = list.Split('.');
        var row = (ObjectType)((ComplexType)PartsWorld.Staff.FindType(names[0])!).Fields[names[1]]!.Type.Unwrapped;
        foreach (var path in MoneyLists.Paths(row))
            if ((inWhole is null ? path : inWhole(path)) is { } wholePath)
                Equal(list, $"{path} of {parts.Length}", MoneyLists.At(whole, wholePath) ?? 0m, parts);
        return;

        void Equal(string of, string what, decimal expected, JsonElement[] rows) =>
            Equals(of, what, expected, rows.Sum(part => MoneyLists.At(part, what.Split(' ')[0]) ?? 0m), rows.Length);
    }

    public void Equals(string list, string what, decimal whole, decimal parts, int count)
    {
        if (count > 0)
            Lists.Add(list);
        if (whole != parts && count > 0)
            faults.Add($"{list} {what}: {parts} and not {whole}");
    }
}
