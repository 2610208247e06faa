using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Stages;

namespace AgencyRoi.Reports.Funnels;

/// <summary>Booked sales whose buyers had come equally far on the day of the sale.</summary>
/// <param name="Stage">The furthest step that the buyers had reached; null: none yet, or they are no contacts.</param>
/// <param name="BuyersAreContacts">False: the sales name no buyer, or none of the keys of the client's contacts.</param>
/// <param name="SaleCount">How many sales of the period are booked.</param>
/// <param name="Value">
/// Their booked value as the unadjusted total of <c>roi</c> has it, less what was paid back in the period. All parts together are the value of the period's sales.
/// </param>
/// <param name="AdjustedValue">The same as the adjusted total has it, by the strength of its evidence.</param>
internal sealed record StageSales(CustomerStage? Stage, bool BuyersAreContacts, long SaleCount, Money Value, Money AdjustedValue);

[ObjectType<ClientFunnel>]
internal static partial class SalesByStage
{
    private static readonly string Sales = EmbeddedSql.Read("Reports.Funnels.sales_by_stage.sql");

    /// <summary>
    /// The period's booked sales by how far the buyer had come on the day of the sale: REGULAR first, then down to buyers of whom no step was recorded yet, and at the
    /// end sales whose buyer is no contact. A buyer is found by the key that the sale names, a contact's reference or a visitor's key; merged contacts are one.
    /// </summary>
    [ListSize(AssumedSize = 9)]
    [BatchResolver]
    public static async Task<IReadOnlyList<IReadOnlyList<StageSales>>> GetSalesByStageAsync(
        [Parent] List<ClientFunnel> funnels,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var results = new IReadOnlyList<StageSales>[funnels.Count];
        foreach (var alike in funnels.Index().GroupBy(each => each.Item.Scope.Sums.Period))
        {
            var scope = new SumScope([.. alike.SelectMany(each => each.Item.Scope.Sums.ClientIds).Distinct()], alike.Key);
            var rows = (await database.RunAsync((session, token) => LoadAsync(session, scope, token), cancellationToken)).ToLookup(row =>
                row.Sum.ClientId
            );
            foreach (var (index, funnel) in alike)
                results[index] = Of(funnel, funnel.Scope.Sums.ClientIds.SelectMany(client => rows[client]));
        }
        return results;
    }

    private static IReadOnlyList<StageSales> Of(ClientFunnel funnel, IEnumerable<Row> rows)
    {
        var parts = rows.GroupBy(row => (row.Stage, row.IsContact))
            .OrderByDescending(part => part.Key.IsContact)
            .ThenByDescending(part => part.Key.Stage is { } stage ? (int)stage : -1)
            .Select(part =>
                (part.Key, Sales: part.Sum(row => row.Sales), Totals: FourTotals.Of(part.Select(row => funnel.Scope.Of(row.Sum))))
            )
            .ToList();
        var places = MinorUnits.Of(funnel.Scope.CurrencyCode);
        var values = LargestRemainder.Round(parts.ConvertAll(part => part.Totals.Unadjusted.Value), places);
        var adjusted = LargestRemainder.Round(parts.ConvertAll(part => part.Totals.Adjusted.Value), places);
        return
        [
            .. parts.Select(
                (part, i) =>
                    new StageSales(
                        part.Key.Stage,
                        BuyersAreContacts: part.Key.IsContact,
                        SaleCount: part.Sales,
                        Value: funnel.Scope.Shown(values[i]),
                        AdjustedValue: funnel.Scope.Shown(adjusted[i])
                    )
            ),
        ];
    }

    private static async Task<IReadOnlyList<Row>> LoadAsync(DatabaseSession session, SumScope scope, CancellationToken cancellationToken)
    {
        await using var batch = session.Batch();
        batch.AddInOrderOfIndex(
            Sales,
            session.TenantId,
            session.Visible(scope.ClientIds),
            EnumCode.Of(scope.Viewpoint),
            scope.Period.From,
            scope.Period.To,
            ContactSteps.Codes.ToArray()
        );
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rows = new List<Row>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(
                new(
                    reader.IsDBNull(6) ? null : EnumCode.Parse<CustomerStage>(reader.GetString(6)),
                    IsContact: reader.GetBoolean(7),
                    Sales: reader.GetInt64(8),
                    new(
                        reader.GetId<ClientId>(0),
                        EntryKindColumns.Read(reader, 1),
                        DimensionId: null,
                        BucketStart: null,
                        EntrySumsRow.Read(reader, 9)
                    )
                )
            );
        return rows;
    }

    private sealed record Row(CustomerStage? Stage, bool IsContact, long Sales, LedgerSum Sum);
}
