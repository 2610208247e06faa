using System.Globalization;
using System.Text;
using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics;

namespace AgencyRoi.Comparison;

[ExtendObjectType<RoiFigure>]
internal static class ExplainFigure
{
    /// <summary>How the figure came about.</summary>
    public static Explanation GetExplain([Parent] RoiFigure figure) => figure.ToExplanation();
}

[ObjectType<Explanation>]
internal static class ExplainQueries
{
    /// <summary>The ledger entries behind the figure, by day: those of the value that it counts and of the full cost. They sum to the figure. Read forwards only.</summary>
    [UsePaging(ConnectionName = "LedgerEntries", IncludeTotalCount = false)]
    public static async Task<Connection<FigureEntry>> GetEntriesAsync(
        [Parent] Explanation explanation,
        PagingArguments paging,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        if (paging.Last is not null || paging.Before is not null)
            throw BadInput.Of("Ledger entries are read forwards only: give first and after.");
        var size = paging.First ?? 20;
        var after = paging.After is { } cursor ? EntryCursor.Read(cursor) : null;
        var entries = await database.RunAsync(
            (session, token) => LedgerEntries.PageAsync(session, Counted(explanation), after, size + 1, token),
            cancellationToken
        );
        var edges = entries
            .Take(size)
            .Select(entry => new Edge<FigureEntry>(new FigureEntry(entry, explanation.Scope), EntryCursor.Of(entry)))
            .ToList();
        var info = new PageInfo(entries.Count > size, after is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor);
        return new Connection<FigureEntry>(edges, info);
    }

    /// <summary>What all these entries come to, summed over the ledger itself: a check of the figure, which is read from the rollups.</summary>
    public static Task<SumOfEntries> GetSumOfEntriesAsync(
        [Parent] Explanation explanation,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        return database.RunAsync(
            async (session, token) =>
            {
                var counted = Counted(explanation);
                var value = await LedgerEntries.SumAsync(session, counted with { Side = Side.Value }, token);
                var cost = await LedgerEntries.SumAsync(session, counted with { Side = Side.Cost }, token);
                var isAdjusted = explanation.Total == RoiTotal.Adjusted;
                return new SumOfEntries(value.Entries + cost.Entries, Amount(value, isAdjusted), Amount(cost, isAdjusted: false));
            },
            cancellationToken
        );

        Money Amount(EntrySums sums, bool isAdjusted)
        {
            var amounts = explanation.Scope.InAgencyCurrency ? sums.Agency : sums.Client;
            return new Money(isAdjusted ? amounts.Adjusted : amounts.Amount, explanation.Scope.CurrencyCode);
        }
    }

    private static EntryFilter Counted(Explanation explanation) =>
        explanation.Scope.Entries with
        {
            Lines = [.. RoiTotals.LinesOf(explanation.Total), Line.Cost],
        };
}

/// <summary>The place of an entry as an opaque text.</summary>
internal static class EntryCursor
{
    public static string Of(LedgerEntry entry) =>
        Convert.ToBase64String(
            Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{entry.ClientId:N} {entry.Day.DayNumber} {entry.Version} {entry.LineNo}")
            )
        );

    /// <exception cref="GraphQLException">The cursor is none of ours.</exception>
    public static EntryPlace Read(string cursor)
    {
        var bytes = new byte[cursor.Length];
        if (Convert.TryFromBase64String(cursor, bytes, out var length))
        {
            var parts = Encoding.UTF8.GetString(bytes.AsSpan(0, length)).Split(' ');
            if (
                parts.Length == 4
                && Guid.TryParseExact(parts[0], "N", out var client)
                && TryNumber(parts[1], DateOnly.MaxValue.DayNumber, out var day)
                && TryNumber(parts[2], long.MaxValue, out var version)
                && TryNumber(parts[3], int.MaxValue, out var line)
            )
                return new EntryPlace(client, DateOnly.FromDayNumber((int)day), version, (int)line);
        }
        throw new GraphQLException("The cursor is not one of this list.", "BAD_CURSOR");
    }

    private static bool TryNumber(string text, long largest, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= largest;
}
