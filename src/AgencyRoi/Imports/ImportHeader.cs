using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.Imports;

/// <summary>The first row of a file: which field is which column. Columns may come in any order.</summary>
internal sealed class ImportHeader
{
    private readonly Dictionary<string, int> places;

    private ImportHeader(Dictionary<string, int> places, int count) => (this.places, Count) = (places, count);

    public int Count { get; }

    /// <exception cref="ImportRefusedException">A column is unknown, missing or named twice: nothing is dropped in silence.</exception>
    public static ImportHeader Read(string[] names, IReadOnlyList<ImportColumn> columns)
    {
        // Spreadsheets write a byte order mark before the first name.
        var given = names.Select((name, place) => (Name: name.TrimStart('\uFEFF').Trim(), place)).ToList();
        var known = string.Join(", ", columns.Select(column => column.Name));
        if (given.Find(name => columns.All(column => column.Name != name.Name)) is { Name: { } unknown })
            throw new ImportRefusedException($"The header has an unknown column '{MessageText.Name(unknown)}'. This import has: {known}.");
        if (given.GroupBy(name => name.Name).FirstOrDefault(group => group.Count() > 1) is { Key: { } twice })
            throw new ImportRefusedException($"The header names the column '{twice}' twice.");
        if (columns.FirstOrDefault(column => column.IsRequired && given.TrueForAll(name => name.Name != column.Name)) is { } missing)
            throw new ImportRefusedException($"The header has no column '{missing.Name}'. This import has: {known}.");
        return new ImportHeader(given.ToDictionary(name => name.Name, name => name.place), names.Length);
    }

    public int? PlaceOf(string column) => places.TryGetValue(column, out var place) ? place : null;
}
