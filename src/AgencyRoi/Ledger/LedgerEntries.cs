using AgencyRoi.Database;
using AgencyRoi.Metrics;
using Npgsql;
using NpgsqlTypes;

namespace AgencyRoi.Ledger;

/// <summary>Which entries stand behind a figure. What is null does not restrict; the nil id among dimensions finds entries without one.</summary>
internal sealed record EntryFilter(SumScope Scope)
{
    public Side? Side { get; init; }
    public IReadOnlyCollection<Line>? Lines { get; init; }
    public IReadOnlyCollection<string>? Streams { get; init; }
    public IReadOnlyCollection<Basis>? Bases { get; init; }
    public IReadOnlyCollection<Guid>? ChannelIds { get; init; }
    public IReadOnlyCollection<Guid>? CampaignIds { get; init; }
    public IReadOnlyCollection<Guid>? GoalIds { get; init; }
}

/// <summary>The place of an entry in the order of <see cref="LedgerEntries.PageAsync"/>.</summary>
internal sealed record EntryPlace(Guid ClientId, DateOnly Day, long Version, int LineNo)
{
    public static EntryPlace Of(LedgerEntry entry) => new(entry.ClientId, entry.Day, entry.Version, entry.LineNo);
}

/// <summary>The ledger itself, read to explain a figure. Reversals are entries like the others, so the entries always sum to the figure.</summary>
internal static class LedgerEntries
{
    private static readonly string Page = EmbeddedSql.Read("Ledger.entries_page.sql");
    private static readonly string Sum = EmbeddedSql.Read("Ledger.entries_sum.sql");

    /// <summary>At most <paramref name="first"/> entries after a place, by client, day, posting and line.</summary>
    public static async Task<IReadOnlyList<LedgerEntry>> PageAsync(
        DatabaseSession session,
        EntryFilter filter,
        EntryPlace? after,
        int first,
        CancellationToken cancellationToken
    )
    {
        await using var command = Command(session, Page, filter);
        Optional(command, NpgsqlDbType.Uuid, after?.ClientId);
        Optional(command, NpgsqlDbType.Date, after?.Day);
        Optional(command, NpgsqlDbType.Bigint, after?.Version);
        Optional(command, NpgsqlDbType.Integer, after?.LineNo);
        Optional(command, NpgsqlDbType.Integer, first);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var entries = new List<LedgerEntry>();
        while (await reader.ReadAsync(cancellationToken))
            entries.Add(LedgerEntryRow.Read(reader));
        return entries;
    }

    /// <summary>The sums of all entries that the filter finds.</summary>
    public static async Task<EntrySums> SumAsync(DatabaseSession session, EntryFilter filter, CancellationToken cancellationToken)
    {
        await using var command = Command(session, Sum, filter);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return EntrySumsRow.Read(reader, 0);
    }

    private static NpgsqlCommand Command(DatabaseSession session, string text, EntryFilter filter)
    {
        var scope = filter.Scope;
        var command = session
            .Command(text)
            .With(session.TenantId, scope.ClientIds.ToArray(), EnumCode.Of(scope.Viewpoint), scope.Period.From, scope.Period.To);
        Optional(command, NpgsqlDbType.Text, filter.Side is { } side ? EnumCode.Of(side) : null);
        Optional(command, NpgsqlDbType.Array | NpgsqlDbType.Text, filter.Lines?.Select(EnumCode.Of).ToArray());
        Optional(command, NpgsqlDbType.Array | NpgsqlDbType.Text, filter.Streams?.ToArray());
        Optional(command, NpgsqlDbType.Array | NpgsqlDbType.Text, filter.Bases?.Select(EnumCode.Of).ToArray());
        Optional(command, NpgsqlDbType.Array | NpgsqlDbType.Uuid, filter.ChannelIds?.ToArray());
        Optional(command, NpgsqlDbType.Array | NpgsqlDbType.Uuid, filter.CampaignIds?.ToArray());
        Optional(command, NpgsqlDbType.Array | NpgsqlDbType.Uuid, filter.GoalIds?.ToArray());
        return command;
    }

    private static void Optional(NpgsqlCommand command, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
}
