using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Valuation;

/// <summary>The statement of something that was paid, in a currency.</summary>
internal interface IPaidStatement : IPaid
{
    string Currency { get; }
}

/// <summary>How facts of a kind come in that somebody paid for: at the exchange rates of their day, and what the agency paid only from who may know of it.</summary>
internal abstract class PaidRecording<TFact, TStatement> : PostedRecording<TFact, TStatement>
    where TFact : PostedFact<TFact, TStatement>, IPaid, new()
    where TStatement : ClientStatement, IPaidStatement
{
    /// <summary>What a payment comes to.</summary>
    protected abstract IReadOnlyList<ValuedEntry> Value(TStatement statement, LedgerRates rates);

    protected sealed override PostingBatch<TFact, TStatement> NewBatch(DatabaseSession session, RecordingOptions how) =>
        new PaidBatch(this, session, how);

    protected sealed override Task<Found<TFact>> FindAsync(
        DatabaseSession session,
        FactVersion<TFact> wanted,
        CancellationToken cancellationToken
    ) => AgencyPaid.FindAsync<TFact>(session, Thing, wanted.Id, wanted.Version, cancellationToken);

    private sealed class PaidBatch(PaidRecording<TFact, TStatement> recording, DatabaseSession session, RecordingOptions how)
        : PostingBatch<TFact, TStatement>(session, how)
    {
        protected override ClientId? ClientOf(TStatement statement) => statement.ClientId;

        protected override IUserError? ErrorFor(Stated<TFact, TStatement> stated) =>
            AgencyPaid.ErrorFor(Session, stated.Statement.PaidBy, stated.Known?.PaidBy);

        protected override IUserError? ValueOrError(Stated<TFact, TStatement> stated, out FactValue<TFact> value)
        {
            var paid = stated.Statement;
            var error = Context.RatesOrError(paid.ClientId, paid.Currency, paid.Day, out var rates);
            value = new(error is null ? recording.Value(paid, rates) : []);
            return error;
        }
    }
}
