using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Valuation;

namespace AgencyRoi.Records.Subscriptions;

/// <summary>The one way by which subscriptions come in, from a mutation one at a time and from a file by the thousand.</summary>
internal static class SubscriptionIntake
{
    /// <summary>Stores what is new or different and posts it to the ledger. The statements have passed <see cref="SubscriptionChecks"/> and name each reference once.</summary>
    /// <returns>One result per statement, in their order. When the database refuses the batch as a whole, all are refused and the session is spent.</returns>
    public static async Task<IReadOnlyList<FactResult<Subscription>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<SubscriptionStatement> statements,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        var context = await PostingContext.LockAndReadAsync(
            session,
            [.. statements.Select(statement => (statement.ClientId, statement.StartsOn))],
            cancellationToken
        );
        var known = await session.KnownAsync<Subscription>(
            [.. statements.Select(statement => (statement.ClientId, statement.ExternalReference))],
            cancellationToken
        );
        var postings = new List<FactPosting>();
        var results = statements.Select(Take).ToList();

        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return [.. statements.Select(_ => FactResult<Subscription>.Refused(refused))];
        await LedgerWriter.PostAsync(session, postings, session.Scope.Actor, cancellationToken);
        return results;

        FactResult<Subscription> Take(SubscriptionStatement statement)
        {
            if (context.TermsOf(statement.ClientId) is null)
                return FactResult<Subscription>.Refused(NotFoundError.Of("client", "clientId"));
            var subscription = known.GetValueOrDefault((statement.ClientId, statement.ExternalReference));
            if (AgencyPaid.ErrorFor(session, statement.PaidBy, subscription?.PaidBy) is { } forbidden)
                return FactResult<Subscription>.Refused(forbidden);
            if (subscription?.Says(statement) == true)
                return new(FactChange.Unchanged, subscription, null);
            if (how.ErrorFor(subscription) is { } taken)
                return FactResult<Subscription>.Refused(taken);
            var stated = Subscription.Record(session.TenantId, statement, how.Now);
            if (ValueOrError(stated, context, out var lines) is { } error)
                return FactResult<Subscription>.Refused(error);

            var change = FactChange.Updated;
            if (subscription is null)
            {
                change = FactChange.Created;
                session.Db.Add(subscription = stated);
            }
            else
                subscription.Revise(statement, how.Now);
            postings.Add(Posting(subscription, lines));
            return new(change, subscription, null);
        }
    }

    /// <returns>An error when the agency has no exchange rate for the term's first day, or the amount is too large.</returns>
    public static IUserError? ValueOrError(Subscription subscription, PostingContext context, out IReadOnlyList<ValuedEntry> lines)
    {
        lines = [];
        if (context.RatesOrError(subscription.ClientId, subscription.Currency, subscription.StartsOn, out var rates) is { } noRate)
            return noRate;
        try
        {
            lines = SubscriptionValuation.Value(subscription.Fact(), rates);
            return null;
        }
        catch (OverflowException)
        {
            return BadInputError.At("amount", AmountMessages.Posted);
        }
    }

    public static FactPosting Posting(Subscription subscription, IReadOnlyList<ValuedEntry> lines) =>
        subscription.PostAs(SourceKind.Subscription, subscription.StartsOn, lines);
}
