using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Valuation;

namespace AgencyRoi.Records.Costs;

/// <summary>How costs come in.</summary>
internal sealed class CostRecording : PostedRecording<Cost, CostStatement>
{
    public static readonly CostRecording Instance = new();

    protected override string Thing => "cost";

    protected override PostingBatch<Cost, CostStatement> NewBatch(DatabaseSession session, RecordingOptions how) =>
        new CostBatch(session, how);

    protected override Task<Found<Cost>> FindAsync(
        DatabaseSession session,
        FactVersion<Cost> wanted,
        CancellationToken cancellationToken
    ) => AgencyPaid.FindAsync<Cost>(session, Thing, wanted.Id, wanted.Version, cancellationToken);

    private sealed class CostBatch(DatabaseSession session, RecordingOptions how) : PostingBatch<Cost, CostStatement>(session, how)
    {
        protected override ClientId? ClientOf(CostStatement statement) => statement.ClientId;

        protected override IUserError? ErrorFor(Stated<Cost, CostStatement> stated) =>
            AgencyPaid.ErrorFor(Session, stated.Statement.PaidBy, stated.Known?.PaidBy);

        protected override IUserError? ValueOrError(Stated<Cost, CostStatement> stated, out FactValue<Cost> value)
        {
            var cost = stated.Statement;
            var error = Context.RatesOrError(cost.ClientId, cost.Currency, cost.OccurredOn, out var rates);
            value = new(error is null ? CostEntryValuation.Value(cost.Fact(), rates) : []);
            return error;
        }
    }
}
