using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Statistics;
using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Reports.Funnels;

/// <summary>Contacts of one client that reached a stage in the period.</summary>
/// <param name="PartId">The channel or campaign by which they did, if that was asked for; the nil id stands for none.</param>
internal sealed record FunnelCount(ClientId ClientId, CustomerStage Stage, Guid? PartId, StepCount Count);

/// <summary>The kept sums of funnels: one statement for any number of clients.</summary>
internal static class FunnelCounts
{
    private static readonly string Counts = EmbeddedSql.Read("Reports.Funnels.funnel_counts.sql");

    /// <param name="by">CHANNEL or CAMPAIGN; null: all of a client together.</param>
    public static BatchQuery<IReadOnlyList<FunnelCount>> Query(DatabaseSession session, SumScope scope, LedgerDimension? by = null)
    {
        var months = scope.Period.AroundWholeMonths().Months;
        return new(
            BatchCommands.Of(
                Counts,
                session.TenantId,
                session.Visible(scope.ClientIds),
                scope.Period.From,
                scope.Period.To,
                months.From,
                months.To,
                by is { } dimension ? EnumCode.Of(dimension) : ""
            ),
            ReadAsync
        );
    }

    private static async Task<IReadOnlyList<FunnelCount>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var counts = new List<FunnelCount>();
        while (await reader.ReadAsync(cancellationToken))
            counts.Add(
                new(
                    reader.GetId<ClientId>(0),
                    EnumCode.Parse<CustomerStage>(reader.GetString(1)),
                    reader.IsDBNull(2) ? null : reader.GetGuid(2),
                    new()
                    {
                        Entered = reader.GetInt64(3),
                        WentOn = reader.GetInt64(4),
                        DaysBetween = reader.GetInt64(5),
                    }
                )
            );
        return counts;
    }
}
