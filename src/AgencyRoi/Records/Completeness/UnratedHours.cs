using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Records.Completeness;

/// <summary>
/// Cost that is known to be missing: hours were worked, and nobody has said what they cost. It is the agency's, so that the client's viewpoint misses none of
/// it. What <see cref="CostGaps.Missing"/> tells of whole months, without all that is known of cost besides.
/// </summary>
internal static class UnratedHours
{
    private static readonly string Sql = EmbeddedSql.Read("Records.Completeness.unrated_hours.sql");

    /// <param name="period">Each month that has a day in it is looked at as a whole.</param>
    public static BatchQuery<ILookup<ClientId, CostCell>> Query(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clientIds,
        DateRange period,
        Viewpoint viewpoint
    )
    {
        AgencyViewpoint.Check(session, viewpoint);
        var months = CostHistory.Whole(period);
        return new(
            BatchCommands.Of(Sql, session.TenantId, session.Visible(clientIds), months.From, months.To, EnumCode.Of(viewpoint)),
            ReadAsync
        );
    }

    private static async Task<ILookup<ClientId, CostCell>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var cells = new List<(ClientId ClientId, CostCell Cell)>();
        while (await reader.ReadAsync(cancellationToken))
            cells.Add(
                (
                    reader.GetId<ClientId>(0),
                    new CostCell(reader.GetFieldValue<DateOnly>(1), EnumCode.Parse<CostCategory>(reader.GetString(2)))
                )
            );
        return cells.OrderBy(row => row.Cell.Month).ThenBy(row => row.Cell.Category).ToLookup(row => row.ClientId, row => row.Cell);
    }
}
