using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Records.IndirectValue;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Sales;

/// <summary>A refund to take back.</summary>
/// <param name="Id">The refund.</param>
/// <param name="Version">The refund's version as you read it.</param>
internal sealed record RetractRefundInput([property: ID<Refund>] Guid Id, long Version);

[MutationType]
internal static partial class RetractRefund
{
    /// <summary>Takes a refund back that should not have been recorded: its entries are reversed on their own day. Retracting twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Refund>> RetractRefundAsync(
        RetractRefundInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RetractAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Refund>> RetractAsync(
        DatabaseSession session,
        RetractRefundInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await session.FindAsync<Refund>("refund", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var refund))
            return problem.Refuse<Refund>();
        await LedgerHeads.LockAsync(session, [refund.ClientId], cancellationToken);
        if (!refund.Retract(now))
            return refund;

        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return refused.Refuse<Refund>();
        await LedgerWriter.PostAsync(session, [RefundPosting.Of(refund, [])], session.Scope.Actor, cancellationToken);
        var sale = await session.Db.Set<Sale>().SingleAsync(row => row.Id == refund.SaleId, cancellationToken);
        await RevalueStreams.AfterSalesAsync(session, [(sale.ClientId, sale.ContactReference)], now, cancellationToken);
        return refund;
    }
}
