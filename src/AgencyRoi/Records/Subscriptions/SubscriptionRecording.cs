using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Records.Valuation;

namespace AgencyRoi.Records.Subscriptions;

/// <summary>How subscriptions come in.</summary>
internal sealed class SubscriptionRecording : PaidRecording<Subscription, SubscriptionStatement>
{
    public static readonly SubscriptionRecording Instance = new();

    protected override string Thing => "subscription";

    protected override IReadOnlyList<ValuedEntry> Value(SubscriptionStatement statement, LedgerRates rates) =>
        SubscriptionValuation.Value(statement.Fact(), rates);
}
