using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Records.Valuation;

namespace AgencyRoi.Records.Costs;

/// <summary>How costs come in.</summary>
internal sealed class CostRecording : PaidRecording<Cost, CostStatement>
{
    public static readonly CostRecording Instance = new();

    protected override string Thing => "cost";

    protected override IReadOnlyList<ValuedEntry> Value(CostStatement statement, LedgerRates rates) =>
        CostEntryValuation.Value(statement.Fact(), rates);
}
