using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Records.IndirectValue;

namespace AgencyRoi.Records.Sales;

/// <summary>A sale to take back.</summary>
/// <param name="Id">The sale.</param>
/// <param name="Version">The sale's version as you read it.</param>
internal sealed record RetractSaleInput([property: ID<Sale>] Guid Id, long Version);

[MutationType]
internal static partial class RetractSale
{
    /// <summary>
    /// Takes a sale back that should not have been recorded, and its refunds with it: their entries are reversed on their own days. For money paid
    /// back to a buyer record a refund instead. Retracting twice changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Sale>> RetractSaleAsync(
        RetractSaleInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RetractAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Sale>> RetractAsync(
        DatabaseSession session,
        RetractSaleInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await session.FindAsync<Sale>("sale", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var sale))
            return problem.Refuse<Sale>();
        await LedgerHeads.LockAsync(session, [sale.ClientId], cancellationToken);
        if (!sale.Retract(now))
            return sale;

        var refunds = await KnownSales.RefundsAsync(session, [sale.Id], cancellationToken);
        var takenBack = refunds[sale.Id].Where(refund => refund.Retract(now)).ToList();
        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return refused.Refuse<Sale>();

        var postings = takenBack.Select(refund => RefundPosting.Of(refund, [])).Append(SaleIntake.Posting(sale, []));
        await LedgerWriter.PostAsync(session, [.. postings], session.Scope.Actor, cancellationToken);
        await RevalueStreams.AfterSalesAsync(session, [(sale.ClientId, sale.ContactReference)], now, cancellationToken);
        return sale;
    }
}
