using AgencyRoi.Clients;
using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.ExchangeRates;
using AgencyRoi.Facts;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Mutations;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics;
using AgencyRoi.Purposes;
using AgencyRoi.Sales;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Duplicates;

/// <summary>What is decided on two facts that may be one.</summary>
/// <param name="OutcomeId">The outcome.</param>
/// <param name="SaleId">The sale or conversion, of the same client.</param>
/// <param name="Verdict">SAME_FACT: they count once. NOT_THE_SAME: both count and are no longer suspected. OPEN takes a decision back.</param>
/// <param name="Note">Why, at most 2000 characters.</param>
internal sealed record SettleDuplicateInput(
    [property: ID<Outcome>] Guid OutcomeId,
    [property: ID<Sale>] Guid SaleId,
    DuplicateVerdict Verdict,
    string? Note = null
);

[MutationType]
internal static class SettleDuplicate
{
    /// <summary>
    /// Decides whether an outcome and a sale are one fact, or takes the decision back. As one fact they claim one unit: the stronger claim counts,
    /// what the other loses is reversed in the ledger, and it comes back when the decision does. Each decision is kept with who made it. Deciding the
    /// same twice with the same note changes nothing. To repeat it safely, send it again.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<GoalNotActiveError>]
    [Error<GoalWithoutValueError>]
    [Error<NoExchangeRateError>]
    public static Task<FieldResult<SuspectedDuplicate>> SettleDuplicateAsync(
        SettleDuplicateInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => SettleAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<SuspectedDuplicate>> SettleAsync(
        DatabaseSession session,
        SettleDuplicateInput input,
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

        var unit = sale.Fact().Unit;
        var last = await DuplicateVerdicts.LastAsync(session, outcome, sale.Id, cancellationToken);
        if (WhyNot(input.Verdict, outcome, sale, unit, last) is { } refusal)
            return refusal.Refuse<SuspectedDuplicate>();
        var sameAs = SameAs(input.Verdict, outcome, unit, last);
        if (sameAs != outcome.SameAs)
        {
            var counted = await OutcomeIntake.CountAsAsync(session, outcome, sameAs, now, cancellationToken);
            if (counted.Error is { } error)
                return error.Refuse<SuspectedDuplicate>();
            outcome = counted.Fact!; // without an error there is a fact
        }
        if ((last?.Verdict ?? DuplicateVerdict.Open, last?.Note) != (input.Verdict, input.Note))
        {
            last = new((last?.Number ?? 0) + 1, input.Verdict, input.Note, now, session.Scope.Actor);
            await DuplicateVerdicts.AddAsync(session, outcome, sale.Id, last, cancellationToken);
        }
        return await ShownAsync(session, outcome, sale, cancellationToken)
            ?? new SuspectedDuplicate(outcome, sale, null, input.Verdict, null, last?.Note, last?.DecidedAt, last?.DecidedBy);
    }

    // The pair as the list shows it; null: the list does not, since nothing was decided and they do not look alike.
    private static async Task<SuspectedDuplicate?> ShownAsync(
        DatabaseSession session,
        Outcome outcome,
        Sale sale,
        CancellationToken cancellationToken
    )
    {
        var day = new DateRange(outcome.OccurredOn, outcome.OccurredOn.AddDays(1));
        var found = await DuplicateSuspicions.LoadAsync(session, [outcome.ClientId], day, cancellationToken);
        if (found.FirstOrDefault(pair => pair.OutcomeId == outcome.Id && pair.SaleId == sale.Id) is not { } shown)
            return null;
        var client = await session.Db.Set<Client>().SingleAsync(row => row.Id == outcome.ClientId, cancellationToken);
        return SuspectedDuplicate.Of(shown, outcome, sale, client.Currency);
    }

    // Whoever reads a fact in order to post it locks first.
    private static async Task<Guid?> LockClientAsync(DatabaseSession session, Guid outcomeId, CancellationToken cancellationToken)
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

    private static BadInputError? WhyNot(DuplicateVerdict verdict, Outcome outcome, Sale sale, string unit, DecidedVerdict? last)
    {
        if (outcome.RetractedAt is not null && (verdict == DuplicateVerdict.SameFact || last?.Verdict == DuplicateVerdict.SameFact))
            return BadInputError.At("outcomeId", "The outcome was taken back and counts for nothing: record it again first.");
        if (verdict != DuplicateVerdict.SameFact)
            return null;
        if (sale.RetractedAt is not null)
            return BadInputError.At("saleId", "The sale was taken back and counts for nothing: record it again first.");
        if (outcome.SameAs is { } other && other != unit && last?.Verdict != DuplicateVerdict.SameFact)
            return BadInputError.At("outcomeId", "The outcome was found to be another sale: take that decision back first, with OPEN.");
        return null;
    }

    private static string? SameAs(DuplicateVerdict verdict, Outcome outcome, string unit, DecidedVerdict? last) =>
        verdict == DuplicateVerdict.SameFact ? unit
        : last?.Verdict == DuplicateVerdict.SameFact ? null
        : outcome.SameAs;
}
