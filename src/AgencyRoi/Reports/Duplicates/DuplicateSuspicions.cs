using AgencyRoi.Ledger.Claims;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Outcomes;
using Npgsql;

namespace AgencyRoi.Reports.Duplicates;

/// <summary>An outcome and a sale that look like one fact, or on which somebody decided.</summary>
/// <param name="Amount">What the outcome claims, in the client's currency; null when it counts nothing.</param>
internal sealed record DuplicateSuspicion(
    ClientId ClientId,
    Guid OutcomeId,
    Guid SaleId,
    DuplicateReason? Reason,
    DuplicateVerdict Verdict,
    decimal? Amount,
    string? Note,
    DateTimeOffset? DecidedAt,
    string? DecidedBy
);

internal static class DuplicateSuspicions
{
    private static readonly string Suspected = EmbeddedSql.Read("Reports.Duplicates.suspected_duplicates.sql");

    /// <param name="days">Those of the outcomes.</param>
    public static Task<IReadOnlyList<DuplicateSuspicion>> LoadAsync(
        DatabaseSession session,
        ClientId[] clients,
        DateRange days,
        CancellationToken cancellationToken
    ) => LoadAsync(session, clients, days, Facts.All, cancellationToken);

    /// <returns>Null: the two do not look like one fact, or count once already, and nobody decided on them.</returns>
    public static async Task<DuplicateSuspicion?> FindAsync(
        DatabaseSession session,
        AgencyRoi.Records.Outcomes.Outcome outcome,
        Guid saleId,
        CancellationToken cancellationToken
    )
    {
        var day = new DateRange(outcome.OccurredOn, outcome.OccurredOn.AddDays(1));
        return (
            await LoadAsync(session, [outcome.ClientId], day, new() { Outcomes = [outcome.Id], Sales = [saleId] }, cancellationToken)
        ).SingleOrDefault();
    }

    /// <summary>The ids of the outcomes and sales of some days that may be counted twice, since nobody has decided on them.</summary>
    public static async Task<Guid[]> OpenFactsAsync(
        DatabaseSession session,
        ClientId[] clients,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        // The outcome of a sale on the first day may be of the day before.
        var around = new DateRange(
            days.From == DateOnly.MinValue ? days.From : days.From.AddDays(-1),
            days.To == DateOnly.MaxValue ? days.To : days.To.AddDays(1)
        );
        var suspicions = await LoadAsync(session, clients, around, cancellationToken);
        return
        [
            .. suspicions
                .Where(suspicion => suspicion.Verdict == DuplicateVerdict.Open)
                .SelectMany(suspicion => new[] { suspicion.OutcomeId, suspicion.SaleId })
                .Distinct(),
        ];
    }

    private static async Task<IReadOnlyList<DuplicateSuspicion>> LoadAsync(
        DatabaseSession session,
        ClientId[] clients,
        DateRange days,
        Facts of,
        CancellationToken cancellationToken
    )
    {
        var pairs = await PairsAsync(session, clients, days, of, cancellationToken);
        var names = pairs.SelectMany(pair => new[] { pair.OutcomeUnit, pair.SaleUnit }.OfType<UnitName>()).ToHashSet();
        if (names.Count == 0)
            return [.. pairs.Select(pair => pair.Suspicion)];
        var units = (await ClaimNames.ReachedAsync(session, names, cancellationToken)).Joined();
        return [.. pairs.Select(pair => pair.Judged(units)).OfType<DuplicateSuspicion>()];
    }

    private static async Task<List<Pair>> PairsAsync(
        DatabaseSession session,
        ClientId[] clients,
        DateRange days,
        Facts of,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Suspected).With(session.TenantId, clients, days.From, days.To, of.Outcomes, of.Sales);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var pairs = new List<Pair>();
        while (await reader.ReadAsync(cancellationToken))
            pairs.Add(Pair.Read(reader));
        return pairs;
    }

    /// <summary>The outcomes and sales that are looked at.</summary>
    private sealed record Facts
    {
        public static Facts All { get; } = new() { Outcomes = [], Sales = [] };

        /// <summary>None: all of the days.</summary>
        public required Guid[] Outcomes { get; init; }

        /// <summary>None: all of the client.</summary>
        public required Guid[] Sales { get; init; }
    }

    /// <param name="OutcomeUnit">Null: the outcome claims none.</param>
    /// <param name="SaleUnit">Null: the sale claims none.</param>
    private sealed record Pair(DuplicateSuspicion Suspicion, UnitName? OutcomeUnit, UnitName? SaleUnit)
    {
        public static Pair Read(NpgsqlDataReader reader)
        {
            var clientId = reader.GetId<ClientId>(0);
            return new(
                new(
                    ClientId: clientId,
                    OutcomeId: reader.GetGuid(1),
                    SaleId: reader.GetGuid(2),
                    reader.IsDBNull(3) ? null : EnumCode.Parse<DuplicateReason>(reader.GetString(3)),
                    EnumCode.Parse<DuplicateVerdict>(reader.GetString(4)),
                    reader.IsDBNull(5) ? null : reader.GetDecimal(5),
                    reader.IsDBNull(6) ? null : reader.GetString(6),
                    reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7),
                    reader.IsDBNull(8) ? null : reader.GetString(8)
                ),
                reader.IsDBNull(9) ? null : new UnitName(clientId, reader.GetString(9)),
                reader.IsDBNull(10) ? null : new UnitName(clientId, reader.GetString(10))
            );
        }

        /// <summary>The pair when it is known which units are one; null: nothing was decided, and the two are on one unit through a third fact.</summary>
        public DuplicateSuspicion? Judged(JoinedNames<UnitName> units)
        {
            var isOneUnit = OutcomeUnit is { } outcome && SaleUnit is { } sale && units.Of(outcome) == units.Of(sale);
            if (isOneUnit)
                return Suspicion.Verdict == DuplicateVerdict.Open ? null : Suspicion with { Reason = null };
            // Found to be one by an earlier version, and corrected since.
            return Suspicion is { Verdict: DuplicateVerdict.SameFact, Reason: not null }
                ? Suspicion with
                {
                    Verdict = DuplicateVerdict.Open,
                }
                : Suspicion;
        }
    }
}
