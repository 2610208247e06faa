using AgencyRoi.Ledger.Claims;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Outcomes;
using AgencyRoi.Records.Sales;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Duplicates;

/// <summary>A decision on two facts that may be one.</summary>
/// <param name="OutcomeId">The outcome.</param>
/// <param name="SaleId">The sale or conversion, of the same client.</param>
/// <param name="Verdict">SAME_FACT: they count once. NOT_THE_SAME: both count and are no longer suspected. OPEN takes a decision back.</param>
/// <param name="Note">Why, at most 2000 characters.</param>
internal sealed record SettleSuspectedDuplicateInput(
    [property: ID<Outcome>] Guid OutcomeId,
    [property: ID<Sale>] Guid SaleId,
    DuplicateVerdict Verdict,
    string? Note = null
);

[MutationType]
internal static partial class SettleSuspectedDuplicate
{
    /// <summary>
    /// Decides whether an outcome and a sale of `suspectedDuplicates` are one fact, or takes the decision back. As one fact they claim one unit, together with
    /// whatever shares a unit with either: the strongest claim counts, what the others lose is reversed in the ledger, and it comes back when the decision
    /// does. An outcome may be found to be several sales, and a sale several outcomes. Each decision is kept with who made it. Deciding the same twice with the
    /// same note changes nothing. To repeat it safely, send it again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NotSuspectedError>]
    public static Task<FieldResult<SuspectedDuplicate>> SettleSuspectedDuplicateAsync(
        SettleSuspectedDuplicateInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => SettleAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<SuspectedDuplicate>> SettleAsync(
        DatabaseSession session,
        SettleSuspectedDuplicateInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Text(input.Note, "note", longest: 2000);
        if (!checks.Passed)
            return checks.Refuse<SuspectedDuplicate>();
        if (await LockClientAsync(session, input.OutcomeId, cancellationToken) is not { } clientId)
            return NotFoundError.Of("outcome", "outcomeId").Refuse<SuspectedDuplicate>();
        var outcome = await session.Db.Set<Outcome>().SingleAsync(row => row.Id == input.OutcomeId, cancellationToken);
        var sale = await session
            .Db.Set<Sale>()
            .SingleOrDefaultAsync(row => row.Id == input.SaleId && row.ClientId == clientId, cancellationToken);
        if (sale is null)
            return NotFoundError.Of("sale", "saleId").Refuse<SuspectedDuplicate>();
        if (input.Verdict == DuplicateVerdict.SameFact && WhyNotOne(outcome, sale) is { } refusal)
            return refusal.Refuse<SuspectedDuplicate>();
        var last = await DuplicateVerdicts.LastAsync(session, outcome, sale.Id, cancellationToken);
        if (last?.Verdict != input.Verdict && await DuplicateSuspicions.FindAsync(session, outcome, sale.Id, cancellationToken) is null)
            return new NotSuspectedError().Refuse<SuspectedDuplicate>();

        var decided = last;
        if ((last?.Verdict ?? DuplicateVerdict.Open, last?.Note) != (input.Verdict, input.Note))
        {
            decided = new((last?.Number ?? 0) + 1, input.Verdict, input.Note, now, session.Scope.Actor);
            await DuplicateVerdicts.AddAsync(session, outcome, sale.Id, decided, cancellationToken);
        }
        if (input.Verdict == DuplicateVerdict.SameFact || last?.Verdict == DuplicateVerdict.SameFact)
            await LedgerWriter.RegroupAsync(session, [NamedFactOf(outcome), NamedFactOf(sale)], session.Scope.Actor, cancellationToken);
        return await ShownAsync(session, outcome, sale, cancellationToken)
            ?? new SuspectedDuplicate(outcome, sale, null, input.Verdict, null, decided?.Note, decided?.DecidedAt, decided?.DecidedBy);
    }

    private static NamedFact NamedFactOf(Outcome outcome) => new(outcome.ClientId, outcome.Id, outcome.UnitNames);

    private static NamedFact NamedFactOf(Sale sale) => new(sale.ClientId, sale.Id, sale.Fact().Names);

    // The pair as the list shows it; null: the list does not, since the decision was taken back and they do not look alike.
    private static async Task<SuspectedDuplicate?> ShownAsync(
        DatabaseSession session,
        Outcome outcome,
        Sale sale,
        CancellationToken cancellationToken
    )
    {
        if (await DuplicateSuspicions.FindAsync(session, outcome, sale.Id, cancellationToken) is not { } shown)
            return null;
        var client = await session.Db.Set<Client>().SingleAsync(row => row.Id == outcome.ClientId, cancellationToken);
        return SuspectedDuplicate.Of(shown, outcome, sale, client.Currency);
    }

    // Whoever decides on facts that are posted locks first.
    private static async Task<ClientId?> LockClientAsync(DatabaseSession session, Guid outcomeId, CancellationToken cancellationToken)
    {
        var clients = await session
            .Db.Set<Outcome>()
            .Where(row => row.Id == outcomeId)
            .Select(row => row.ClientId)
            .ToListAsync(cancellationToken);
        if (clients is not [var client])
            return null;
        await LedgerHeads.LockAsync(session, [client], cancellationToken);
        return client;
    }

    private static BadInputError? WhyNotOne(Outcome outcome, Sale sale) =>
        outcome.RetractedAt is not null
            ? BadInputError.At("outcomeId", "The outcome was taken back and counts for nothing: record it again first.")
        : sale.RetractedAt is not null
            ? BadInputError.At("saleId", "The sale was taken back and counts for nothing: record it again first.")
        : null;
}
