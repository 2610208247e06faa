using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Valuation;

namespace AgencyRoi.Records.Subscriptions;

/// <summary>How subscriptions come in.</summary>
internal sealed class SubscriptionRecording : PostedRecording<Subscription, SubscriptionStatement>
{
    public static readonly SubscriptionRecording Instance = new();

    protected override string Thing => "subscription";

    protected override PostingBatch<Subscription, SubscriptionStatement> NewBatch(DatabaseSession session, RecordingOptions how) =>
        new SubscriptionBatch(session, how);

    protected override Task<Found<Subscription>> FindAsync(
        DatabaseSession session,
        FactVersion<Subscription> wanted,
        CancellationToken cancellationToken
    ) => AgencyPaid.FindAsync<Subscription>(session, Thing, wanted.Id, wanted.Version, cancellationToken);

    private sealed class SubscriptionBatch(DatabaseSession session, RecordingOptions how)
        : PostingBatch<Subscription, SubscriptionStatement>(session, how)
    {
        protected override ClientId? ClientOf(SubscriptionStatement statement) => statement.ClientId;

        protected override IUserError? ErrorFor(Stated<Subscription, SubscriptionStatement> stated) =>
            AgencyPaid.ErrorFor(Session, stated.Statement.PaidBy, stated.Known?.PaidBy);

        protected override IUserError? ValueOrError(Stated<Subscription, SubscriptionStatement> stated, out FactValue<Subscription> value)
        {
            var term = stated.Statement;
            var error = Context.RatesOrError(term.ClientId, term.Currency, term.StartsOn, out var rates);
            value = new(error is null ? SubscriptionValuation.Value(term.Fact(), rates) : []);
            return error;
        }
    }
}
