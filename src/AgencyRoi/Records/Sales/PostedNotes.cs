using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.Sales;

/// <summary>Notes on sales and refunds that were valued again: they say what they said, and are posted by other terms.</summary>
internal static class PostedNotes
{
    private static readonly string OfSales = EmbeddedSql.Read("Records.Sales.note_sales.sql");
    private static readonly string OfRefunds = EmbeddedSql.Read("Records.Sales.note_refunds.sql");

    /// <param name="sales">As they are posted now; not tracked.</param>
    /// <param name="refunds">The same.</param>
    public static async Task WriteAsync(
        DatabaseSession session,
        IReadOnlyCollection<Sale> sales,
        IReadOnlyCollection<Refund> refunds,
        CancellationToken cancellationToken
    )
    {
        await using var batch = session.Batch();
        if (sales.Count > 0)
            batch.Add(
                OfSales,
                session.TenantId,
                sales.Select(sale => session.Visible(sale.ClientId)).ToArray(),
                sales.Select(sale => sale.Id).ToArray(),
                sales.Select(sale => sale.IsAttributed).ToArray(),
                sales.Select(sale => sale.JourneyText).ToArray(),
                sales.Select(sale => sale.BookedAmount).ToArray()
            );
        if (refunds.Count > 0)
            batch.Add(
                OfRefunds,
                session.TenantId,
                refunds.Select(refund => session.Visible(refund.ClientId)).ToArray(),
                refunds.Select(refund => refund.Id).ToArray(),
                refunds.Select(refund => refund.BookedAmount).ToArray()
            );
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
