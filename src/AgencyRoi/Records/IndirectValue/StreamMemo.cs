using AgencyRoi.Metrics.Streams;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>A figure that is shown beside the return and is never part of it.</summary>
/// <param name="Reason">Why it does not count.</param>
/// <param name="Amount">The expected amount, in the currency of the fact. Null: there is no figure, and the reason says why.</param>
/// <param name="Low">The lowest that the method gives; null where the amount is.</param>
/// <param name="High">The highest that the method gives; null where the amount is.</param>
internal sealed record StreamMemo(MemoReason Reason, Money? Amount = null, Money? Low = null, Money? High = null)
{
    public static StreamMemo Of(Memo memo)
    {
        return memo.Amount is { } amount ? new(memo.Reason, Shown(amount.Amount), Shown(amount.Low), Shown(amount.High)) : new(memo.Reason);

        Money Shown(decimal amount) => new Money(amount, memo.CurrencyCode).Rounded(MinorUnits.Of(memo.CurrencyCode));
    }
}
