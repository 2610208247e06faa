using AgencyRoi.Ledger.Claims;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Records.Traffic;
using Microsoft.EntityFrameworkCore;
using KeywordPrice = AgencyRoi.Records.Traffic.KeywordPrice;
using KeywordVisits = AgencyRoi.Records.Traffic.KeywordVisits;
using StreamFact = AgencyRoi.Records.IndirectValue.StreamFact;

namespace AgencyRoi.Reports.Deduplication;

/// <summary>Why something was not counted again.</summary>
internal enum OverlapReason
{
    /// <summary>Another claim on the same unit is served first: by grade, day, stream, reference.</summary>
    StrongerClaim,

    /// <summary>These visits ended in orders, which are counted as sales.</summary>
    ConvertingVisits,

    /// <summary>The same contacts' orders are counted as sales.</summary>
    SalesCounted,

    /// <summary>The page's traffic is priced by keyword in these months, which holds the link's value.</summary>
    TrafficPriced,

    /// <summary>The customer came by an earlier referral, or the chain would lead back.</summary>
    OutsideChain,
}

/// <summary>A claim that was served before.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="EvidenceGrade">Its grade.</param>
/// <param name="ExternalReference">The reference of its fact.</param>
/// <param name="GrantedShare">The share of the unit that it got.</param>
internal sealed record ServedClaim(ValueStream Stream, EvidenceGrade EvidenceGrade, string ExternalReference, decimal GrantedShare);

/// <summary>Something that would have been counted twice, and what was cut.</summary>
/// <param name="Unit">
/// What is counted once, as the fact that was cut names it: those served before may name it otherwise and share another name with it, directly or through a
/// third fact.
/// </param>
/// <param name="Stream">The stream that was cut.</param>
/// <param name="SourceKind">The kind of fact that was cut.</param>
/// <param name="ExternalReference">The reference of its fact.</param>
/// <param name="EvidenceGrade">Its grade; null where no claims compete.</param>
/// <param name="Reason">Why it was cut.</param>
/// <param name="ClaimedShare">The share of the unit that it claims.</param>
/// <param name="GrantedShare">The share that it got; null where it is not cut by shares.</param>
/// <param name="Cut">
/// What was cut: in the client's currency for claims, else in the currency of the fact or the price. Null: the fact counts nothing. Those of one reason and
/// currency add up to their rounded sum, which <c>explain.exclusions</c> shows of claims.
/// </param>
/// <param name="ServedBefore">By whom it was cut; empty where the reason says it.</param>
internal sealed record ValueOverlap(
    string Unit,
    ValueStream Stream,
    SourceKind SourceKind,
    string ExternalReference,
    EvidenceGrade? EvidenceGrade,
    OverlapReason Reason,
    decimal? ClaimedShare,
    decimal? GrantedShare,
    Money? Cut,
    IReadOnlyList<ServedClaim> ServedBefore
);

[ExtendObjectType<Client>]
internal static partial class OverlapsOfClient
{
    private static readonly string CutUnits = EmbeddedSql.Read("Reports.Deduplication.cut_units.sql");
    private static readonly string Claimed = EmbeddedSql.Read("Reports.Deduplication.overlapping_claims.sql");

    /// <summary>The units that would have been counted twice in a period, what was cut, by whom and why; by reason, day and unit.</summary>
    /// <param name="period">The days of the facts that were cut.</param>
    [BatchResolver]
    [UsePaging]
    public static Task<IReadOnlyList<KeyedList<ValueOverlap>>> GetOverlapsAsync(
        [Parent("Id Currency")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<KeyedList<ValueOverlap>>>(
            async (session, token) =>
            {
                var days = period.ToRange();
                var ids = clients.Select(client => client.Id).Distinct().ToArray();
                var claims = await ClaimsAsync(session, ids, days, token);
                var facts = await session
                    .Db.Set<StreamFact>()
                    .Where(fact => ids.Contains(fact.ClientId) && fact.OccurredOn >= days.From && fact.OccurredOn < days.To)
                    .Where(fact => fact.RetractedAt == null)
                    .ToListAsync(token);
                var visits = await session
                    .Db.Set<KeywordVisits>()
                    .Where(row => ids.Contains(row.ClientId) && row.Month >= days.From && row.Month < days.To && row.RetractedAt == null)
                    .Where(row => row.ConvertingVisits > 0 && row.CostPerClick != null)
                    .ToListAsync(token);
                return
                [
                    .. clients.Select(client =>
                        InOrder(
                            client,
                            Together([
                                .. Cut(client, days, claims[client.Id]),
                                .. HeldOut(visits.Where(row => row.ClientId == client.Id)),
                                .. facts.Where(fact => fact.ClientId == client.Id).SelectMany(TakenOff),
                            ])
                        )
                    ),
                ];
            },
            cancellationToken
        );

    private static KeyedList<ValueOverlap> InOrder(Client client, IEnumerable<FoundOverlap> found) =>
        KeyedList.Of(
            $"{client.Id}",
            found.Select(each => ((each.Shown.Reason, each.Day, each.Shown.Unit, each.SourceId, each.Part), each.Shown))
        );

    // What was cut for one reason adds up to what figures leave out for it.
    private static IEnumerable<FoundOverlap> Together(IReadOnlyList<FoundOverlap> found) =>
        found
            .GroupBy(overlap => overlap.Shown.Reason)
            .SelectMany(alike =>
                alike.Zip(
                    MoneyParts.Together([.. alike.Select(overlap => overlap.Shown.Cut)]),
                    (overlap, cut) => overlap with { Shown = overlap.Shown with { Cut = cut } }
                )
            );

    private static IEnumerable<FoundOverlap> Cut(Client client, DateRange days, IEnumerable<ClaimRow> claims) =>
        from unit in claims.GroupBy(row => row.On)
        let served = unit.OrderBy(row => row.Claim, ClaimOrder.Precedence).ToList()
        from place in Enumerable.Range(0, served.Count)
        let row = served[place]
        where row.Granted < row.Claim.Claimed && row.Claim.OccurredOn >= days.From && row.Claim.OccurredOn < days.To
        select new FoundOverlap(
            row.Claim.OccurredOn,
            row.Claim.SourceId,
            new ValueOverlap(
                row.Unit.Name,
                row.Claim.Stream,
                row.SourceKind,
                row.Claim.ExternalReference,
                row.Claim.Grade,
                OverlapReason.StrongerClaim,
                ClaimedShare: row.Claim.Claimed,
                GrantedShare: row.Granted,
                new Money(row.FullAmount * (row.Claim.Claimed - row.Granted), client.Currency),
                [
                    .. served
                        .Take(place)
                        .Where(before => before.Granted > 0)
                        .Select(before => new ServedClaim(
                            before.Claim.Stream,
                            before.Claim.Grade,
                            before.Claim.ExternalReference,
                            before.Granted
                        )),
                ]
            )
        );

    private static IEnumerable<FoundOverlap> HeldOut(IEnumerable<KeywordVisits> visits) =>
        visits
            .Where(row => !row.IsPaid && !row.IsBrand)
            .Select(row => new FoundOverlap(
                row.Month,
                row.Id,
                new ValueOverlap(
                    row.Key().Unit,
                    ValueStream.Traffic,
                    SourceKind.KeywordVisits,
                    row.ExternalReference,
                    EvidenceGrade.D,
                    OverlapReason.ConvertingVisits,
                    ClaimedShare: null,
                    GrantedShare: null,
                    row.ValuedBy() * row.ConvertingVisits, // only priced ones are read
                    []
                )
            ));

    private static IEnumerable<FoundOverlap> TakenOff(StreamFact fact)
    {
        var currency = fact.Content.Currency;
        if (fact.Surroundings.Booked != 0)
            yield return Of(OverlapReason.SalesCounted, new Money(fact.Surroundings.Booked, currency));
        foreach (var (part, memo) in fact.ReadMemos().Where(memo => memo.Reason == MemoReason.TrafficPriced).Index())
            yield return Of(OverlapReason.TrafficPriced, memo.Amount) with
            {
                Part = part,
            };
        if (fact.Surroundings.Exclusion is ReferralExclusion.HasParent or ReferralExclusion.Cycle or ReferralExclusion.TooDeep)
            yield return Of(OverlapReason.OutsideChain, null);

        FoundOverlap Of(OverlapReason reason, Money? cut) =>
            new(
                fact.OccurredOn,
                fact.Id,
                new ValueOverlap(
                    $"{EnumCode.Of(fact.Kind)}:{fact.ExternalReference}",
                    fact.Stream,
                    StreamKinds.Of(fact.Kind).SourceKind,
                    fact.ExternalReference,
                    fact.EvidenceGrade,
                    reason,
                    ClaimedShare: null,
                    GrantedShare: null,
                    cut,
                    []
                )
            );
    }

    private static async Task<ILookup<ClientId, ClaimRow>> ClaimsAsync(
        DatabaseSession session,
        ClientId[] clients,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        var cut = await CutUnitsAsync(session, clients, days, cancellationToken);
        var names = new ClaimNames();
        var reached = await names.FollowAsync(session, cut, [], [], cancellationToken);
        var units = names.Joined();
        await using var command = session
            .Command(Claimed)
            .With(session.TenantId, session.Visible(clients), reached.Select(name => name.Name).Distinct().ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<ClaimRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var claim = new Claim(
                reader.GetGuid(3),
                EnumCode.Parse<EvidenceGrade>(reader.GetString(5)),
                reader.GetFieldValue<DateOnly>(6),
                EnumCode.Parse<ValueStream>(reader.GetString(4)),
                reader.GetString(7),
                reader.GetDecimal(9)
            )
            {
                Part = reader.GetInt32(11),
            };
            var unit = new UnitName(reader.GetId<ClientId>(0), reader.GetString(1));
            var kind = EnumCode.Parse<SourceKind>(reader.GetString(2));
            rows.Add(new(Unit: unit, On: units.Of(unit), kind, claim, FullAmount: reader.GetDecimal(8), Granted: reader.GetDecimal(10)));
        }
        return rows.ToLookup(row => row.Unit.ClientId);
    }

    private static async Task<List<UnitName>> CutUnitsAsync(
        DatabaseSession session,
        ClientId[] clients,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(CutUnits).With(session.TenantId, session.Visible(clients), days.From, days.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var cut = new List<UnitName>();
        while (await reader.ReadAsync(cancellationToken))
            cut.Add(new(reader.GetId<ClientId>(0), reader.GetString(1)));
        return cut;
    }

    /// <param name="Unit">The first name that the claim gives its unit.</param>
    /// <param name="On">The unit, the same for all claims on it.</param>
    private sealed record ClaimRow(UnitName Unit, UnitName On, SourceKind SourceKind, Claim Claim, decimal FullAmount, decimal Granted);

    /// <summary>An overlap with what tells it apart from others: the day and id of the fact that was cut.</summary>
    private sealed record FoundOverlap(DateOnly Day, Guid SourceId, ValueOverlap Shown)
    {
        /// <summary>Which of those of one reason in one fact, from 0.</summary>
        public int Part { get; init; }
    }
}
