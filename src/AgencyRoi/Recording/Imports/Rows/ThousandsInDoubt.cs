using System.Runtime.CompilerServices;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Imports.Text;

namespace AgencyRoi.Recording.Imports.Rows;

/// <summary>
/// Refuses 1.000 where it can be a thousand: in a file that shows by none of its numbers that a point stands before decimals. One number that does, before
/// or after, settles it for the whole file. So rows wait from the first doubtful one on, in their order, until one settles it or the file ends; at most
/// ten thousand rows, or four million characters, which then are the file as far as this is concerned. The answer depends on the rows alone, and not on
/// how they come or are stored.
/// </summary>
internal sealed class ThousandsInDoubt
{
    private const int MostRows = 10_000;
    private const int MostCharacters = 4_000_000;

    private const string Complaint =
        "The number can be a thousand or have three decimals, and no other number of the file tells which. Write it without a point, or with another number "
        + "of decimals, or declare the file's format: decimal=dot or decimal=comma.";

    private readonly ScaledColumn[] columns;
    private readonly List<ImportRow> waiting = [];
    private long characters;
    private bool isSettled;
    private bool isGivenUp;

    private ThousandsInDoubt(IReadOnlyList<ImportColumn> columns) => this.columns = [.. columns.OfType<ScaledColumn>()];

    /// <summary>The same rows in the same order; the numbers that stay in doubt are noted on theirs.</summary>
    public static async IAsyncEnumerable<ImportRow> SettleAsync(
        IAsyncEnumerable<ImportRow> rows,
        IReadOnlyList<ImportColumn> columns,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var doubt = new ThousandsInDoubt(columns);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        foreach (var free in doubt.Take(row))
            yield return free;
        foreach (var rest in doubt.GiveUp())
            yield return rest;
    }

    /// <summary>The rows that need to wait no longer.</summary>
    private ImportRow[] Take(ImportRow row)
    {
        if (isSettled)
            return [row];
        var (tellsIt, isDoubtful) = Look(row);
        if (isGivenUp && isDoubtful)
            Refuse(row);
        isSettled = tellsIt && !isGivenUp;
        if (isGivenUp || (waiting.Count == 0 && (isSettled || !isDoubtful)))
            return [row];
        waiting.Add(row);
        characters += row.Length;
        return isSettled ? Release()
            : waiting.Count >= MostRows || characters >= MostCharacters ? GiveUp()
            : [];
    }

    private ImportRow[] GiveUp()
    {
        isGivenUp = true;
        foreach (var row in waiting.Where(row => Look(row).IsDoubtful))
            Refuse(row);
        return Release();
    }

    private ImportRow[] Release()
    {
        ImportRow[] free = [.. waiting];
        waiting.Clear();
        return free;
    }

    private (bool TellsIt, bool IsDoubtful) Look(ImportRow row)
    {
        var (tells, doubtful) = (false, false);
        // A row that the reader could not make out has its fields in other places.
        if (row.IsSound)
            foreach (var column in columns)
                switch (PointOf(row, column))
                {
                    case DecimalPoint.BeforeDecimals:
                        tells = true;
                        break;
                    case DecimalPoint.InDoubt:
                        doubtful = true;
                        break;
                    case DecimalPoint.Untold:
                        break;
                    default:
                        throw new InvalidOperationException("A point of a file means something new.");
                }
        return (tells, doubtful);
    }

    private void Refuse(ImportRow row)
    {
        foreach (var column in columns.Where(column => PointOf(row, column) == DecimalPoint.InDoubt))
            row.Refuse(column.Name, ErrorCode.BadInput, Complaint);
    }

    private static DecimalPoint PointOf(ImportRow row, ScaledColumn column) =>
        row.Text(column.Name) is { } text ? DecimalPoints.In(text, column.HasThreePlaces(row)) : DecimalPoint.Untold;
}
