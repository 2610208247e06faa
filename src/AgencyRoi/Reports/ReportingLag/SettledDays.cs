using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Terms.ReportingDelays;
using Npgsql;

namespace AgencyRoi.Reports.ReportingLag;

/// <summary>A source whose latest figures may still change without anybody correcting anything.</summary>
/// <param name="Stream">The stream of value; null: a category of cost.</param>
/// <param name="CostCategory">The category of cost; null: a stream of value.</param>
/// <param name="Days">How many days it usually takes; for TRAFFIC after the last day of a month.</param>
/// <param name="ProvisionalFrom">The first day of the period whose figures of this source are provisional.</param>
internal sealed record ProvisionalSource(ValueStream? Stream, CostCategory? CostCategory, int Days, DateOnly ProvisionalFrom);

/// <summary>
/// Until when the figures of some clients stand. The sources of a client are those that its ledger has had something from within the last year: one that is
/// silent for some days may be late.
/// </summary>
internal sealed class SettledDays
{
    private static readonly string SourcesSql = EmbeddedSql.Read("Reports.ReportingLag.reporting_sources.sql");
    private static readonly IReadOnlyList<DatedDelay> OfAny = [DatedDelay.FromTheBeginning(FigureSource.UsualDaysOfAny)];

    private readonly ReportingDelays delays;
    private readonly Dictionary<ClientId, DateOnly> todays;
    private readonly ILookup<(ClientId ClientId, Viewpoint Viewpoint), FigureSource> sources;

    private SettledDays(
        ReportingDelays delays,
        Dictionary<ClientId, DateOnly> todays,
        ILookup<(ClientId ClientId, Viewpoint Viewpoint), FigureSource> sources
    ) => (this.delays, this.todays, this.sources) = (delays, todays, sources);

    public static async Task<SettledDays> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clients,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var delays = await ReportingDelays.LoadAsync(session, cancellationToken);
        return await session.RunAsync(Query(session, clients, delays, now), cancellationToken);
    }

    /// <summary>The same by delays that are known.</summary>
    public static BatchQuery<SettledDays> Query(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clients,
        ReportingDelays delays,
        DateTimeOffset now
    ) =>
        new(
            BatchCommands.Of(SourcesSql, session.TenantId, session.Visible(clients), DateOnly.FromDateTime(now.UtcDateTime).AddYears(-1)),
            (reader, cancellationToken) => ReadAsync(reader, delays, now, cancellationToken)
        );

    private static async Task<SettledDays> ReadAsync(
        NpgsqlDataReader reader,
        ReportingDelays delays,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var todays = new Dictionary<ClientId, DateOnly>();
        var sources = new List<(ClientId Client, Viewpoint Viewpoint, FigureSource Source)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var client = reader.GetId<ClientId>(0);
            todays[client] = Calendar.DayIn(reader.GetString(1), now);
            if (!reader.IsDBNull(2))
                sources.Add(
                    (
                        client,
                        EnumCode.Parse<Viewpoint>(reader.GetString(2)),
                        new FigureSource(EnumCode.Parse<EntrySide>(reader.GetString(3)), reader.GetString(4))
                    )
                );
        }
        return new SettledDays(delays, todays, sources.ToLookup(row => (row.Client, row.Viewpoint), row => row.Source));
    }

    /// <summary>The sources that make days of a period provisional, that which begins first before the others.</summary>
    public IReadOnlyList<ProvisionalSource> Sources(SumScope scope, Func<FigureSource, bool>? counts = null) =>
        [
            .. from client in scope.ClientIds
            from source in sources[(client, scope.Viewpoint)]
            where counts is null || counts(source)
            let given = delays.Of(source)
            let since = Provisional.Since(todays[client], given, source.IsMonthly)
            where since < scope.Period.To
            group (since, given) by source into found
            let first = found.MinBy(each => each.since)
            let day = first.since > scope.Period.From ? first.since : scope.Period.From
            orderby day, found.Key.Side, found.Key.Code
            select new ProvisionalSource(
                found.Key.Stream,
                found.Key.CostCategory,
                first.given.Last(delay => delay.From <= first.since).Days,
                day
            ),
        ];

    /// <summary>The first day of a period whose figures are provisional; null: all days are settled.</summary>
    /// <param name="counts">Only sources that it holds for; null: all.</param>
    public DateOnly? From(SumScope scope, Func<FigureSource, bool>? counts = null)
    {
        var newcomers = scope
            .ClientIds.Where(client => !sources[(client, scope.Viewpoint)].Any())
            .Select(client => Provisional.Since(todays[client], OfAny))
            .Where(since => since < scope.Period.To)
            .Select(since => since > scope.Period.From ? since : scope.Period.From);
        return Sources(scope, counts).Select(source => source.ProvisionalFrom).Concat(newcomers).Cast<DateOnly?>().Min();
    }
}
