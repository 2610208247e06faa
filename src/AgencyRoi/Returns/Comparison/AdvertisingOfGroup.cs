using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Returns.Advertising;

namespace AgencyRoi.Returns.Comparison;

[ObjectType<ComparisonGroup>]
internal static partial class AdvertisingOfGroup
{
    /// <summary>
    /// What advertising of all clients in this group cost and brought, in the agency's currency and the clients' viewpoint. The counts and amounts of all groups
    /// add up to those of the totals, except what is in no group because no money was booked there, and by CLIENT_GROUP, where a client may be in several groups; each amount is rounded by itself, which may make minor units.
    /// One statement, however many groups. Null by STREAM, GRADE, ACTION_CLASS and COST_CATEGORY: a click belongs to none of them.
    /// </summary>
    [BatchResolver]
    public static async Task<IReadOnlyList<AdvertisingFigures?>> GetAdvertisingAsync(
        [Parent] List<ComparisonGroup> groups,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        if (groups.Any(group => group.Split is GroupSplit.Value or GroupSplit.Cost))
            return [.. groups.Select(_ => (AdvertisingFigures?)null)];
        var dimension = DimensionOf(groups[0].Scope.Entries);
        ClientSpan[] spans = dimension is null ? [.. groups.SelectMany(SpansOf).Distinct()] : [];
        ClientId[] clients = [.. groups.SelectMany(group => group.Scope.Sums.ClientIds).Distinct()];
        var days = new DateRange(groups.Min(group => group.Scope.Sums.Period.From), groups.Max(group => group.Scope.Sums.Period.To));
        var sums = await database.RunAsync(
            (session, token) => AdvertisingSum.LoadAsync(session, clients, days, dimension, spans, token),
            cancellationToken
        );
        var byPart = sums.ToLookup(sum => NoDimension.ToColumn(sum.PartId));
        var bySpan = sums.ToLookup(sum => (sum.ClientId, sum.SpanStart));
        return
        [
            .. groups.Select(group => new AdvertisingFigures(
                group.Scope,
                AdvertisingSum.Together(
                    dimension is null
                        ? SpansOf(group).SelectMany(span => bySpan[(span.ClientId, span.Days.From)])
                        : PartsOf(group.Scope.Entries).SelectMany(part => byPart[part]),
                    inAgencyCurrency: true
                )
            )),
        ];
    }

    // Null: the groups are told apart by days, months, what a client was or which it is.
    private static LedgerDimension? DimensionOf(EntryFilter entries) =>
        entries.ChannelIds is not null ? LedgerDimension.Channel
        : entries.GoalIds is not null ? LedgerDimension.Goal
        : null;

    private static IEnumerable<Guid> PartsOf(EntryFilter entries) => entries.ChannelIds ?? entries.GoalIds ?? [];

    private static IEnumerable<ClientSpan> SpansOf(ComparisonGroup group) =>
        group.Scope.Entries.Spans ?? group.Scope.Sums.ClientIds.Select(id => new ClientSpan(id, group.Scope.Sums.Period));
}
