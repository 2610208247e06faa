using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Outcomes;

namespace AgencyRoi.Returns.Totals;

/// <summary>The value of outcomes that did one thing for people, of one client and kind of entry.</summary>
internal sealed record ActionClassSum(ActionClass ActionClass, LedgerSum Sum);

/// <summary>The outcomes of one client that did one thing for people; null: nobody said which.</summary>
/// <param name="Quantity">Their units.</param>
internal sealed record ActionClassCount(ClientId ClientId, ActionClass? ActionClass, long Outcomes, decimal Quantity);

/// <summary>Value by what outcomes did for people: one statement for any number of clients, and one for the numbers of outcomes.</summary>
internal static class ActionClassSums
{
    private static readonly string Sums = EmbeddedSql.Read("Returns.Totals.action_class_sums.sql");
    private static readonly string Counts = EmbeddedSql.Read("Returns.Totals.action_class_counts.sql");

    public static async Task<IReadOnlyList<ActionClassSum>> LoadAsync(
        DatabaseSession session,
        SumScope scope,
        CancellationToken cancellationToken
    )
    {
        AgencyViewpoint.Check(session, scope.Viewpoint);
        await using var command = session
            .Command(Sums)
            .With(session.TenantId, session.Visible(scope.ClientIds), EnumCode.Of(scope.Viewpoint), scope.Period.From, scope.Period.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sums = new List<ActionClassSum>();
        while (await reader.ReadAsync(cancellationToken))
            sums.Add(
                new(
                    EnumCode.Parse<ActionClass>(reader.GetString(6)),
                    new(reader.GetId<ClientId>(0), EntryKindColumns.Read(reader, 1), null, null, EntrySumsRow.Read(reader, 7))
                )
            );
        return sums;
    }

    public static async Task<IReadOnlyList<ActionClassCount>> CountAsync(
        DatabaseSession session,
        SumScope scope,
        CancellationToken cancellationToken
    )
    {
        await using var command = session
            .Command(Counts)
            .With(session.TenantId, session.Visible(scope.ClientIds), scope.Period.From, scope.Period.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var counts = new List<ActionClassCount>();
        while (await reader.ReadAsync(cancellationToken))
            counts.Add(
                new(
                    reader.GetId<ClientId>(0),
                    reader.IsDBNull(1) ? null : EnumCode.Parse<ActionClass>(reader.GetString(1)),
                    reader.GetInt64(2),
                    reader.GetDecimal(3)
                )
            );
        return counts;
    }

    /// <summary>The value of some clients by action class, in the order of the classes; at the end, under null, what belongs to none of them.</summary>
    /// <param name="whole">All sums of these clients, of value and of cost.</param>
    public static IEnumerable<(ActionClass? ActionClass, IReadOnlyList<LedgerSum> Value)> Split(
        IReadOnlyCollection<LedgerSum> whole,
        IReadOnlyCollection<ActionClassSum> classed
    )
    {
        foreach (var one in classed.GroupBy(sum => sum.ActionClass, sum => sum.Sum).OrderBy(one => one.Key))
            yield return (one.Key, [.. one]);
        var taken = classed.ToLookup(sum => (sum.Sum.ClientId, sum.Sum.Kind), sum => sum.Sum.Sums);
        LedgerSum[] rest =
        [
            .. whole
                .Where(sum => sum.Kind.Side == EntrySide.Value)
                .Select(sum => sum with { Sums = taken[(sum.ClientId, sum.Kind)].Aggregate(sum.Sums, (left, part) => left - part) })
                .Where(sum => sum.Sums.Entries > 0),
        ];
        if (rest.Length > 0)
            yield return (null, rest);
    }
}
