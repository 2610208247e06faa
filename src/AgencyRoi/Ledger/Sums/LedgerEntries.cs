using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using Npgsql;
using NpgsqlTypes;

namespace AgencyRoi.Ledger.Sums;

/// <summary>Which entries stand behind a figure. What is null does not restrict; the nil id among dimensions finds entries without one.</summary>
internal sealed record EntryFilter(SumScope Scope)
{
    public EntrySide? Side { get; init; }
    public IReadOnlyCollection<ReturnClass>? ReturnClasses { get; init; }

    /// <summary>Of value streams and of cost categories.</summary>
    public IReadOnlyCollection<string>? Codes { get; init; }
    public IReadOnlyCollection<ValuationBasis>? Bases { get; init; }

    /// <summary>Restricts value only: the full cost belongs to each grade.</summary>
    public IReadOnlyCollection<EvidenceGrade>? Grades { get; init; }

    /// <summary>Restricts value only, as grades do: the classes that outcomes were put into; the empty text finds value of no class.</summary>
    public IReadOnlyCollection<string>? ActionClasses { get; init; }
    public IReadOnlyCollection<Guid>? ChannelIds { get; init; }
    public IReadOnlyCollection<Guid>? CampaignIds { get; init; }
    public IReadOnlyCollection<Guid>? GoalIds { get; init; }

    /// <summary>Only these days of its clients; a client without any has none of its entries.</summary>
    public IReadOnlyCollection<ClientSpan>? Spans { get; init; }

    /// <summary>Only value of which the adjusted total counts another amount. For sums.</summary>
    public bool? IsCut { get; init; }

    /// <summary>Only what was written after the closing of this edition.</summary>
    public int? AfterEdition { get; init; }
    public EntryCause? Cause { get; init; }

    /// <summary>Whether a day of a client lies in it.</summary>
    public bool HasDay(ClientId clientId, DateOnly day) =>
        Scope.ClientIds.Contains(clientId)
        && Scope.Period.Contains(day)
        && Spans?.Any(span => span.ClientId == clientId && span.Days.Contains(day)) != false;
}

/// <summary>The place of an entry in the order of <see cref="LedgerEntries.PageAsync"/>.</summary>
internal sealed record EntryPlace(ClientId ClientId, DateOnly Day, long Version, int LineNo)
{
    public static EntryPlace Of(LedgerEntry entry) => new(entry.ClientId, entry.Day, entry.Version, entry.LineNo);
}

/// <summary>The ledger itself, read to explain a figure. Reversals are entries like the others, so the entries always sum to the figure.</summary>
internal static class LedgerEntries
{
    private static readonly string Page = EmbeddedSql.Read("Ledger.Sums.entries_page.sql");
    private static readonly string Sum = EmbeddedSql.Read("Ledger.Sums.entries_sum.sql");

    /// <summary>At most <paramref name="first"/> entries after a place, by client, day, posting and line.</summary>
    public static async Task<IReadOnlyList<LedgerEntry>> PageAsync(
        DatabaseSession session,
        EntryFilter filter,
        EntryPlace? after,
        int first,
        CancellationToken cancellationToken
    ) => (await PagesAsync(session, [filter], after, first, cancellationToken))[0];

    /// <summary>The same page of the entries of each filter, in one round trip.</summary>
    public static Task<IReadOnlyList<IReadOnlyList<LedgerEntry>>> PagesAsync(
        DatabaseSession session,
        IReadOnlyList<EntryFilter> filters,
        EntryPlace? after,
        int first,
        CancellationToken cancellationToken
    )
    {
        return EachAsync<IReadOnlyList<LedgerEntry>>(session, filters, PageOf, ReadAsync, cancellationToken);

        NpgsqlBatchCommand PageOf(EntryFilter filter)
        {
            var command = Command(session, Page, filter);
            Optional(command, NpgsqlDbType.Uuid, after?.ClientId.Value);
            Optional(command, NpgsqlDbType.Date, after?.Day);
            Optional(command, NpgsqlDbType.Bigint, after?.Version);
            Optional(command, NpgsqlDbType.Integer, after?.LineNo);
            Optional(command, NpgsqlDbType.Integer, first);
            return command;
        }

        async Task<IReadOnlyList<LedgerEntry>> ReadAsync(NpgsqlDataReader reader)
        {
            var entries = new List<LedgerEntry>();
            while (await reader.ReadAsync(cancellationToken))
                entries.Add(LedgerEntryRow.Read(reader));
            return entries;
        }
    }

    /// <summary>The sums of all entries that the filter finds.</summary>
    public static async Task<EntrySums> SumAsync(DatabaseSession session, EntryFilter filter, CancellationToken cancellationToken) =>
        (await SumsAsync(session, [filter], cancellationToken))[0];

    /// <summary>The sums of each filter, in one round trip.</summary>
    public static Task<IReadOnlyList<EntrySums>> SumsAsync(
        DatabaseSession session,
        IReadOnlyList<EntryFilter> filters,
        CancellationToken cancellationToken
    )
    {
        return EachAsync(session, filters, SumOf, ReadAsync, cancellationToken);

        NpgsqlBatchCommand SumOf(EntryFilter filter)
        {
            var command = Command(session, Sum, filter);
            Optional(command, NpgsqlDbType.Boolean, filter.IsCut);
            return command;
        }

        async Task<EntrySums> ReadAsync(NpgsqlDataReader reader)
        {
            await reader.ReadAsync(cancellationToken);
            return EntrySumsRow.Read(reader, 0);
        }
    }

    private static async Task<IReadOnlyList<T>> EachAsync<T>(
        DatabaseSession session,
        IReadOnlyList<EntryFilter> filters,
        Func<EntryFilter, NpgsqlBatchCommand> command,
        Func<NpgsqlDataReader, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        await using var batch = session.Batch();
        foreach (var filter in filters)
            batch.BatchCommands.Add(command(filter));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var results = new List<T>(filters.Count);
        do results.Add(await read(reader));
        while (await reader.NextResultAsync(cancellationToken));
        return results;
    }

    private static NpgsqlBatchCommand Command(DatabaseSession session, string text, EntryFilter filter)
    {
        var scope = filter.Scope;
        AgencyViewpoint.Check(session, scope.Viewpoint);
        var command = BatchCommands.Of(
            text,
            session.TenantId,
            session.Visible(scope.ClientIds),
            EnumCode.Of(scope.Viewpoint),
            scope.Period.From,
            scope.Period.To
        );
        Optional(command, NpgsqlDbType.Text, filter.Side is { } side ? EnumCode.Of(side) : null);
        Optional(command, NpgsqlDbType.Array | NpgsqlDbType.Text, filter.ReturnClasses?.Select(EnumCode.Of).ToArray());
        Optional(command, NpgsqlDbType.Array | NpgsqlDbType.Text, filter.Codes?.ToArray());
        Optional(command, NpgsqlDbType.Array | NpgsqlDbType.Text, filter.Bases?.Select(EnumCode.Of).ToArray());
        Optional(command, NpgsqlDbType.Array | NpgsqlDbType.Uuid, filter.ChannelIds?.ToArray());
        Optional(command, NpgsqlDbType.Array | NpgsqlDbType.Uuid, filter.CampaignIds?.ToArray());
        Optional(command, NpgsqlDbType.Array | NpgsqlDbType.Uuid, filter.GoalIds?.ToArray());
        Optional(command, NpgsqlDbType.Array | NpgsqlDbType.Text, filter.Grades?.Select(EnumCode.Of).ToArray());
        Optional(command, NpgsqlDbType.Integer, filter.AfterEdition);
        Optional(command, NpgsqlDbType.Text, filter.Cause is { } cause ? EnumCode.Of(cause) : null);
        Optional(command, NpgsqlDbType.Array | NpgsqlDbType.Uuid, filter.Spans?.Select(span => span.ClientId.Value).ToArray());
        Optional(command, NpgsqlDbType.Array | NpgsqlDbType.Date, filter.Spans?.Select(span => span.Days.From).ToArray());
        Optional(command, NpgsqlDbType.Array | NpgsqlDbType.Date, filter.Spans?.Select(span => span.Days.To).ToArray());
        Optional(command, NpgsqlDbType.Array | NpgsqlDbType.Text, filter.ActionClasses?.ToArray());
        return command;
    }

    private static void Optional(NpgsqlBatchCommand command, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
}
