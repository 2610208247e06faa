using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Ledger.Sums;

/// <summary>The clients and days of a sum.</summary>
/// <param name="Period">Half-open; each client's days are those of its own time zone.</param>
internal sealed record SumScope(IReadOnlyCollection<ClientId> ClientIds, DateRange Period, Viewpoint Viewpoint = Viewpoint.Client);

/// <summary>A dimension of entries besides their client.</summary>
internal enum LedgerDimension
{
    Channel,
    Campaign,
    Goal,
}

/// <summary>Sums of entries of one client and kind.</summary>
/// <param name="DimensionId">The channel, campaign or goal asked for; null when the entries have none, or nothing was asked for.</param>
/// <param name="BucketStart">The first day of the bucket that lies in the period; null when there are no buckets.</param>
internal sealed record LedgerSum(ClientId ClientId, EntryKind Kind, Guid? DimensionId, DateOnly? BucketStart, EntrySums Sums)
{
    public EntrySum InClientCurrency => EntrySum.Of(Kind, Sums.Client);

    public EntrySum InAgencyCurrency => EntrySum.Of(Kind, Sums.Agency);

    public KindSum OfAgency => new(ClientId, Kind, Sums.Agency);
}

/// <summary>
/// Sums for the answers, restated (over all editions), for one or many clients in one statement each. They are what
/// <see cref="FourTotals.Of"/> takes: sum first, divide once.
/// </summary>
internal static class LedgerSums
{
    private static readonly string ByTime = EmbeddedSql.Read("Ledger.Sums.ledger_sums_by_time.sql");
    private static readonly string OverSpans = EmbeddedSql.Read("Ledger.Sums.ledger_sums_over_spans.sql");
    private static readonly string ByDimension = EmbeddedSql.Read("Ledger.Sums.ledger_sums_by_dimension.sql");

    /// <summary>By client and kind of entry.</summary>
    public static Task<IReadOnlyList<LedgerSum>> OfAsync(DatabaseSession session, SumScope scope, CancellationToken cancellationToken) =>
        session.RunAsync(PeriodSums.Of(session, scope), cancellationToken);

    /// <summary>The same, by bucket of time. A bucket in which nothing happened has no row.</summary>
    public static async Task<IReadOnlyList<LedgerSum>> OverTimeAsync(
        DatabaseSession session,
        SumScope scope,
        TimeInterval interval,
        CancellationToken cancellationToken
    )
    {
        var months = interval is TimeInterval.Month or TimeInterval.Quarter
            ? scope.Period.AroundWholeMonths().Months
            : new DateRange(scope.Period.To, scope.Period.To);
        var unit = EnumCode.Of(interval).ToLowerInvariant();
        await using var command = Command(session, ByTime, scope).With(months.From, months.To, unit);
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>The same, by some days of each client: a bucket begins where its days begin.</summary>
    public static async Task<IReadOnlyList<LedgerSum>> OverSpansAsync(
        DatabaseSession session,
        Viewpoint viewpoint,
        IReadOnlyCollection<ClientSpan> spans,
        CancellationToken cancellationToken
    )
    {
        AgencyViewpoint.Check(session, viewpoint);
        await using var command = session
            .Command(OverSpans)
            .With(
                session.TenantId,
                session.Visible([.. spans.Select(span => span.ClientId).Distinct()]),
                EnumCode.Of(viewpoint),
                spans.Select(span => span.ClientId).ToArray(),
                spans.Select(span => span.Days.From).ToArray(),
                spans.Select(span => span.Days.To).ToArray()
            );
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>The same, by channel, campaign or goal.</summary>
    public static async Task<IReadOnlyList<LedgerSum>> ByAsync(
        DatabaseSession session,
        SumScope scope,
        LedgerDimension dimension,
        CancellationToken cancellationToken
    )
    {
        await using var command = Command(session, ByDimension, scope).With(EnumCode.Of(dimension));
        return await ReadAsync(command, cancellationToken);
    }

    private static NpgsqlCommand Command(DatabaseSession session, string text, SumScope scope)
    {
        AgencyViewpoint.Check(session, scope.Viewpoint);
        return session
            .Command(text)
            .With(session.TenantId, session.Visible(scope.ClientIds), EnumCode.Of(scope.Viewpoint), scope.Period.From, scope.Period.To);
    }

    private static async Task<IReadOnlyList<LedgerSum>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sums = new List<LedgerSum>();
        while (await reader.ReadAsync(cancellationToken))
            sums.Add(
                new(
                    reader.GetId<ClientId>(0),
                    EntryKindColumns.Read(reader, 1),
                    reader.IsDBNull(6) ? null : NoDimension.FromColumn(reader.GetGuid(6)),
                    reader.IsDBNull(7) ? null : reader.GetFieldValue<DateOnly>(7),
                    EntrySumsRow.Read(reader, 8)
                )
            );
        return sums;
    }
}
