using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Journeys;
using Npgsql;

namespace AgencyRoi.Records.JourneySums;

/// <summary>Reads what the sums hold of some people of a client, and what they did.</summary>
internal sealed class PeopleReader(DatabaseSession session, ClientId clientId, IReadOnlyCollection<Guid> people)
{
    private static readonly string Kept = EmbeddedSql.Read("Records.JourneySums.kept_people.sql");
    private static readonly string Touches = EmbeddedSql.Read("Records.JourneySums.touches_of_people.sql");
    private static readonly string Sales = EmbeddedSql.Read("Records.JourneySums.sales_of_people.sql");
    private static readonly string Refunds = EmbeddedSql.Read("Records.JourneySums.refunds_of_sales.sql");

    private readonly Guid[] keys = [.. people];

    public async Task<IReadOnlyDictionary<Guid, KeptPerson>> KeptAsync(CancellationToken cancellationToken)
    {
        var kept = new Dictionary<Guid, KeptPerson>();
        await ReadAsync(Kept, keys, row => kept[row.GetGuid(0)] = StoredJson.Read<KeptPerson>(row.GetString(1)), cancellationToken);
        return kept;
    }

    /// <summary>Of each person in their order.</summary>
    public async Task<ILookup<Guid, TouchRow>> TouchesAsync(CancellationToken cancellationToken)
    {
        var touches = new List<(Guid Person, TouchRow Touch)>();
        await ReadAsync(Touches, keys, row => touches.Add((row.GetGuid(0), TouchOf(row))), cancellationToken);
        return touches.ToLookup(touch => touch.Person, touch => touch.Touch);
    }

    /// <summary>The same, with what was paid back of each.</summary>
    public async Task<ILookup<Guid, CountedConversion>> ConversionsAsync(CancellationToken cancellationToken)
    {
        var sales = new List<CountedConversion>();
        await ReadAsync(Sales, keys, row => sales.Add(ConversionOf(row)), cancellationToken);
        var refunds = new List<(Guid Sale, PaidBack Back)>();
        await ReadAsync(
            Refunds,
            [.. sales.Select(sale => sale.Row.SaleId!.Value)], // they are stored
            row => refunds.Add((row.GetGuid(0), new(row.GetFieldValue<DateOnly>(1), row.GetDecimal(2), row.GetInt64(3)))),
            cancellationToken
        );
        var backOf = refunds.ToLookup(refund => refund.Sale, refund => refund.Back);
        return sales
            .Select(sale => sale with { PaidBack = [.. backOf[sale.Row.SaleId!.Value].OrderBy(back => back.Day)] })
            .OrderBy(sale => sale.Row.At)
            .ThenBy(sale => sale.Row.CreatedAt)
            .ThenBy(sale => sale.Row.ExternalReference, StringComparer.Ordinal)
            .ToLookup(sale => sale.Row.JourneyKey);
    }

    private async Task ReadAsync(string sql, Guid[] ids, Action<NpgsqlDataReader> take, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
            return;
        await using var batch = session.Batch();
        batch.AddInOrderOfIndex(sql, session.TenantId, session.Visible(clientId), ids);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            take(reader);
    }

    private static TouchRow TouchOf(NpgsqlDataReader row) =>
        new()
        {
            Id = default, // nothing is looked up by it here
            At = row.GetFieldValue<DateTimeOffset>(1),
            ChannelId = row.IsDBNull(2) ? null : row.GetId<ChannelId>(2),
            CampaignId = row.IsDBNull(3) ? null : row.GetId<CampaignId>(3),
            CreatesLead = row.GetBoolean(4),
            CreatesOpportunity = row.GetBoolean(5),
            HasBasis = row.GetBoolean(6),
        };

    private CountedConversion ConversionOf(NpgsqlDataReader row)
    {
        var day = row.GetFieldValue<DateOnly>(3);
        return new()
        {
            Row = new()
            {
                ClientId = clientId,
                JourneyKey = row.GetGuid(0),
                SaleId = row.GetGuid(1),
                // A sale without a buyer's key has no touches that a moment would stand among.
                At = row.IsDBNull(2) ? new(day, default, TimeSpan.Zero) : row.GetFieldValue<DateTimeOffset>(2),
                Day = day,
                GoalId = row.IsDBNull(4) ? null : row.GetId<GoalId>(4),
                CreatedAt = row.GetFieldValue<DateTimeOffset>(10),
                ExternalReference = row.GetString(11),
            },
            ChannelId = row.IsDBNull(5) ? null : row.GetId<ChannelId>(5),
            CampaignId = row.IsDBNull(6) ? null : row.GetId<CampaignId>(6),
            Quantity = row.GetDecimal(7),
            Amount = row.IsDBNull(8) ? null : row.GetDecimal(8),
            ReportedChannelId = row.IsDBNull(9) ? null : row.GetId<ChannelId>(9),
        };
    }
}
