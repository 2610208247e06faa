using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.Intake;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Purposes;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Sales;

/// <summary>The one way by which sales come in, from a mutation one at a time and from a file by the thousand.</summary>
internal static class SaleIntake
{
    /// <summary>Stores what is new or different and posts it to the ledger. The drafts have passed <see cref="SaleChecks"/> and name each reference once.</summary>
    /// <returns>One result per draft, in their order. When the database refuses the batch as a whole, all are refused and the session is spent.</returns>
    public static async Task<IReadOnlyList<FactResult<Sale>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<SaleDraft> drafts,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var books = await ClientBooks.OpenAsync(
            session,
            [.. drafts.Select(draft => (draft.ClientId, draft.OccurredOn))],
            cancellationToken
        );
        var terms = await SaleTerms.LoadAsync(session, drafts, cancellationToken);
        var known = await KnownSales.LoadAsync(session, drafts, cancellationToken);
        var postings = new List<FactPosting>();
        var results = new FactResult<Sale>[drafts.Count];
        for (var i = 0; i < drafts.Count; i++)
            results[i] = Take(session, books, terms, known, drafts[i], now, postings);

        if (await session.TrySaveAsync(cancellationToken) is { } refused)
            return [.. drafts.Select(_ => FactResult<Sale>.Refused(refused))];
        await LedgerWriter.PostAsync(session, postings, session.Scope.Actor, cancellationToken);
        return results;
    }

    private static FactResult<Sale> Take(
        DatabaseSession session,
        ClientBooks books,
        SaleTerms terms,
        KnownSales known,
        SaleDraft draft,
        DateTimeOffset now,
        List<FactPosting> postings
    )
    {
        if (books.TermsOf(draft.ClientId) is not { } client)
            return FactResult<Sale>.Refused(NotFoundError.Of("client", "clientId"));
        var unitValue = draft.Amount is null ? terms.UnitValueOf(draft) : null;
        if ((draft.Currency ?? unitValue?.CurrencyCode) is not { } currency)
            return FactResult<Sale>.Refused(new GoalWithoutValueError(["input", "occurredOn"]));
        if (books.TryRates(draft.ClientId, currency, draft.OccurredOn, out var rates) is { } noRate)
            return FactResult<Sale>.Refused(noRate);

        var attribution = new Attribution(client.Margin, terms.IsAgencyChannel(draft.ChannelId));
        var change = FactChange.Updated;
        var sale = known.Find(draft);
        if (sale is null)
        {
            change = FactChange.Created;
            session.Db.Add(sale = Sale.Record(session.TenantId, draft, attribution, now));
        }
        else if (known.RefusesToShrink(sale, draft) is { } exceeded)
            return FactResult<Sale>.Refused(exceeded);
        else if (!sale.Revise(draft, attribution, now))
            return new(FactChange.Unchanged, sale, null);

        try
        {
            postings.Add(Posting(sale, SaleValuation.Value(sale.Fact(unitValue), rates, EvidenceFactors.Default)));
            return new(change, sale, null);
        }
        catch (OverflowException)
        {
            session.Db.Entry(sale).State = EntityState.Detached;
            return FactResult<Sale>.Refused(BadInputError.At("amount", "The amount is too large."));
        }
    }

    public static FactPosting Posting(Sale sale, IReadOnlyList<ValuedLine> lines) =>
        new(sale.ClientId, SourceKind.Sale, sale.Id, sale.Revision, sale.ExternalReference, sale.OccurredOn, lines);
}
