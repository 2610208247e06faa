using AgencyRoi.Platform.Database;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Recording.Imports;

/// <summary>A kind of file: its columns, and how its rows are stored.</summary>
internal abstract class ImportKind
{
    /// <summary>As the address and the verb name it: the fact's plural in kebab-case.</summary>
    public abstract string Name { get; }

    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Whether it changes what belongs to the agency as a whole and is closed to tokens restricted to clients.</summary>
    public virtual bool IsAgencyWide => false;

    /// <summary>Whether a file may give moments for its days: each is the day of a client's calendar, and has a day of the month.</summary>
    public virtual bool HasMoments => !IsAgencyWide;

    /// <summary>The column whose sum is told in the report; null: none of them can be summed.</summary>
    public virtual string? TotalledColumn => Columns.Any(column => column.Name == "amount") ? "amount" : null;

    /// <summary>The columns by which <see cref="KeyOf"/> knows a row again, the one to look at first.</summary>
    public virtual IReadOnlyList<string> KeyColumns => ["external_reference", "client"];

    /// <summary>The key by which a row is the same one when it comes twice in a file; null when the row has none.</summary>
    public virtual string? KeyOf(ImportRow row) =>
        row.ClientName is { } client && row.Key("external_reference") is { } reference ? $"{client}\n{reference}" : null;

    /// <summary>Stores the sound ones of some rows; what else it finds wrong it notes on the row.</summary>
    /// <returns>What became of each row, in their order; of no meaning for a row with errors.</returns>
    public abstract Task<IReadOnlyList<FactChange>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<ImportRow> rows,
        RecordingOptions how,
        CancellationToken cancellationToken
    );
}
