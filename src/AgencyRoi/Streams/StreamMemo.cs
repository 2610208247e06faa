using AgencyRoi.Metrics;
using AgencyRoi.Metrics.Streams;

namespace AgencyRoi.Streams;

/// <summary>A figure that is shown beside the return and is never part of it.</summary>
/// <param name="Reason">Why it does not count.</param>
/// <param name="Amount">The expected amount, in the currency of the fact.</param>
/// <param name="Low">The lowest that the method gives.</param>
/// <param name="High">The highest that the method gives.</param>
internal sealed record StreamMemo(MemoReason Reason, Money Amount, Money Low, Money High)
{
    public static StreamMemo Of(Memo memo)
    {
        return new(memo.Reason, Shown(memo.Amount.Amount), Shown(memo.Amount.Low), Shown(memo.Amount.High));

        Money Shown(decimal amount) => new Money(amount, memo.CurrencyCode).Rounded(MinorUnits.Of(memo.CurrencyCode));
    }
}
