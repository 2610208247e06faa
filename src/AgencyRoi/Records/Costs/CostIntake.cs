using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Valuation;

namespace AgencyRoi.Records.Costs;

/// <summary>The one way by which costs come in, from a mutation one at a time and from a file by the thousand.</summary>
internal static class CostIntake
{
    /// <summary>Stores what is new or different and posts it to the ledger. The statements have passed <see cref="CostChecks"/> and name each reference once.</summary>
    /// <returns>One result per statement, in their order. When the database refuses the batch as a whole, all are refused and the session is spent.</returns>
    public static async Task<IReadOnlyList<FactResult<Cost>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<CostStatement> statements,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        var context = await PostingContext.LockAndReadAsync(
            session,
            [.. statements.Select(statement => (statement.ClientId, statement.OccurredOn))],
            cancellationToken
        );
        var known = await session.KnownAsync<Cost>(
            [.. statements.Select(statement => (statement.ClientId, statement.ExternalReference))],
            cancellationToken
        );
        var postings = new List<FactPosting>();
        var results = new FactResult<Cost>[statements.Count];
        for (var i = 0; i < statements.Count; i++)
            results[i] = Take(session, context, known, statements[i], how, postings);

        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return [.. statements.Select(_ => FactResult<Cost>.Refused(refused))];
        await LedgerWriter.PostAsync(session, postings, session.Scope.Actor, cancellationToken);
        return results;
    }

    private static FactResult<Cost> Take(
        DatabaseSession session,
        PostingContext context,
        Dictionary<(Guid, string), Cost> known,
        CostStatement statement,
        RecordingOptions how,
        List<FactPosting> postings
    )
    {
        if (context.TermsOf(statement.ClientId) is null)
            return FactResult<Cost>.Refused(NotFoundError.Of("client", "clientId"));
        var cost = known.GetValueOrDefault((statement.ClientId, statement.ExternalReference));
        if (AgencyPaid.ErrorFor(session, statement.PaidBy, cost?.PaidBy) is { } forbidden)
            return FactResult<Cost>.Refused(forbidden);
        if (cost?.Says(statement) == true)
            return new(FactChange.Unchanged, cost, null);
        if (how.ErrorFor(cost) is { } taken)
            return FactResult<Cost>.Refused(taken);
        if (context.RatesOrError(statement.ClientId, statement.Currency, statement.OccurredOn, out var rates) is { } noRate)
            return FactResult<Cost>.Refused(noRate);

        try
        {
            var lines = CostEntryValuation.Value(statement.Fact(), rates);
            var change = FactChange.Updated;
            if (cost is null)
            {
                change = FactChange.Created;
                session.Db.Add(cost = Cost.Record(session.TenantId, statement, how.Now));
            }
            else
                cost.Revise(statement, how.Now);
            postings.Add(Posting(cost, lines));
            return new(change, cost, null);
        }
        catch (OverflowException)
        {
            return FactResult<Cost>.Refused(BadInputError.At("amount", AmountMessages.Posted));
        }
    }

    public static FactPosting Posting(Cost cost, IReadOnlyList<ValuedEntry> lines) => cost.PostAs(SourceKind.Cost, cost.OccurredOn, lines);
}
