using ArchUnitNET.Domain;

namespace AgencyRoi.Tests.House;

/// <summary>Which folder of a house knows which, as the compiled code says: a namespace is a folder, and the first part of its name is its area.</summary>
internal sealed class Folders
{
    private readonly string root;
    private readonly Dictionary<string, HashSet<string>> known = [];

    /// <param name="root">The namespace that all areas lie in.</param>
    public Folders(Architecture code, string root)
    {
        this.root = root;
        var types = code.Types.Where(type => FolderOf(type) is not null).ToLookup(type => FolderOf(type)!);
        foreach (var folder in types)
            known[folder.Key] =
            [
                .. folder
                    .SelectMany(type => type.Dependencies)
                    .Select(dependency => dependency.Target)
                    // The parameter of a generic method is named after whichever method was read first.
                    .Where(target => target is not GenericParameter)
                    .Select(FolderOf)
                    .OfType<string>()
                    // What lies in other assemblies is no folder of this house.
                    .Where(other => other != folder.Key && types.Contains(other) && !IsWithin(folder.Key, other)),
            ];
    }

    public IEnumerable<string> Areas => known.Keys.Select(AreaOf).Distinct();

    /// <summary>The areas that know one that is not before them.</summary>
    public IReadOnlyList<string> LookingUp(IReadOnlyList<string> order) =>
        [
            .. from folder in known
            from other in folder.Value
            where Place(order, AreaOf(other)) > Place(order, AreaOf(folder.Key))
            orderby folder.Key, other
            select $"{folder.Key} knows {other}",
        ];

    /// <summary>What is left when, again and again, every folder that knows only settled ones is settled.</summary>
    public IReadOnlyList<string> Circles()
    {
        var open = known.Keys.ToHashSet();
        while (open.FirstOrDefault(folder => !known[folder].Overlaps(open)) is { } settled)
            open.Remove(settled);
        return [.. open.Order().Select(folder => $"{folder} knows {string.Join(", ", known[folder].Intersect(open).Order())}")];
    }

    /// <summary>How many floors an area has: a folder stands one above the highest that it knows of the same area.</summary>
    public int FloorsOf(string area) => known.Keys.Where(folder => AreaOf(folder) == area).Max(FloorOf);

    private int FloorOf(string folder) =>
        1 + known[folder].Where(other => AreaOf(other) == AreaOf(folder)).Select(FloorOf).DefaultIfEmpty(0).Max();

    // A folder is drawn to the second part of its name: Platform.Database with all that lies in it.
    private string? FolderOf(IType type) =>
        type.Namespace?.FullName is { } space && space.StartsWith(root + ".", StringComparison.Ordinal)
            ? string.Join('.', space[(root.Length + 1)..].Split('.').Take(2))
            : null;

    private static bool IsWithin(string folder, string other) => folder.StartsWith(other + ".", StringComparison.Ordinal);

    private static string AreaOf(string folder) => folder.Split('.')[0];

    private static int Place(IReadOnlyList<string> order, string area)
    {
        for (var i = 0; i < order.Count; i++)
            if (order[i] == area)
                return i;
        throw new InvalidOperationException($"The area {area} has no place in the order.");
    }
}
