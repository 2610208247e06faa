using System.Globalization;
using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.Recording.Imports.Rows;

/// <summary>The row of a file that names its columns: which field is which column. Columns may come in any order.</summary>
internal sealed class ImportHeader
{
    private const int MostNames = 20;

    private readonly Dictionary<string, int> places;

    private ImportHeader(Dictionary<string, int> places, int count, string? complaint) =>
        (this.places, Count, Complaint) = (places, count, complaint);

    public int Count { get; }

    /// <summary>Everything that is wrong with it, since nothing is dropped in silence; null when it is sound.</summary>
    public string? Complaint { get; }

    /// <summary>How many columns of the import it names.</summary>
    public int KnownColumns => places.Count;

    public static ImportHeader Read(string[] names, IReadOnlyList<ImportColumn> columns)
    {
        // Spreadsheets write a byte order mark before the first name.
        var given = names.Select((name, place) => (Name: name.TrimStart('\uFEFF').Trim(), Place: place)).ToList();
        var known = columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var twice = new List<string>();
        foreach (var (name, place) in given.Where(name => known.Contains(name.Name)))
            if (!places.TryAdd(name, place) && !twice.Contains(name))
                twice.Add(name);
        string[] complaints =
        [
            .. Complaints(
                "has unknown columns",
                [.. given.Select(name => name.Name).Where(name => name.Length > 0 && !known.Contains(name)).Distinct()]
            ),
            .. given.Exists(name => name.Name.Length == 0)
                ? ["has a column without a name: remove the delimiter that stands before it"]
                : Array.Empty<string>(),
            .. Complaints("names these columns twice", twice),
            .. Complaints(
                "lacks columns that every row must fill",
                [.. columns.Where(column => column.IsRequired && !places.ContainsKey(column.Name)).Select(column => column.Name)]
            ),
        ];
        return new ImportHeader(
            places,
            names.Length,
            complaints.Length == 0
                ? null
                : $"The header {string.Join("; it ", complaints)}. This import has: {string.Join(", ", columns.Select(column => column.Name))}."
        );
    }

    public int? PlaceOf(string column) => places.TryGetValue(column, out var place) ? place : null;

    private static IEnumerable<string> Complaints(string what, List<string> names)
    {
        if (names.Count == 0)
            yield break;
        var shown = string.Join(", ", names.Take(MostNames).Select(name => $"'{MessageText.Name(name)}'"));
        var more = names.Count > MostNames ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - MostNames} more") : "";
        yield return $"{what}: {shown}{more}";
    }
}
