using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Budgets;

/// <summary>The amount that may be spent over some days.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="From">The first day, in the client's time zone.</param>
/// <param name="To">The first day after it.</param>
/// <param name="Amount">Not below zero, net of tax.</param>
/// <param name="Currency">ISO 4217: the client's own currency, in which its figures are.</param>
/// <param name="CampaignId">The client's campaign it is for, with those below it; without one it is for the whole client.</param>
/// <param name="Version">The version that you read, to replace a budget only as you know it; without one it is replaced in any case.</param>
internal sealed record SetBudgetInput(
    [property: ID<Client>] ClientId ClientId,
    DateOnly From,
    DateOnly To,
    decimal Amount,
    string Currency,
    [property: ID<Campaign>] CampaignId? CampaignId = null,
    long? Version = null
);

[MutationType]
internal static partial class SetBudget
{
    /// <summary>
    /// Sets a budget, or replaces the one of the same client, campaign and days. To repeat it safely, send it again: it sets the same. With a
    /// `version`, CONFLICT then says that it was set, by this request or by somebody else.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<MixedCurrenciesError>]
    public static Task<FieldResult<Budget>> SetBudgetAsync(
        SetBudgetInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => SetAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Budget>> SetAsync(
        DatabaseSession session,
        SetBudgetInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Amount(input.Amount, "amount");
        checks.Payable(input.Amount, input.Currency, "amount");
        checks.Currency(input.Currency);
        checks.Days(input.From, input.To);
        if (!checks.Passed)
            return checks.Refuse<Budget>();

        // Two writers of the same budget come one after the other.
        if (!await session.LockAsync("clients", input.ClientId, cancellationToken))
            return NotFoundError.Of("client", "clientId").Refuse<Budget>();
        var currency = await session
            .Db.Set<Client>()
            .Where(client => client.Id == input.ClientId)
            .Select(client => client.Currency)
            .SingleAsync(cancellationToken);
        if (currency != input.Currency)
            return new MixedCurrenciesError(currency).Refuse<Budget>();

        var budget = await session
            .Db.Set<Budget>()
            .SingleOrDefaultAsync(
                row => row.ClientId == input.ClientId && row.CampaignId == input.CampaignId && row.From == input.From && row.To == input.To,
                cancellationToken
            );
        if (input.Version is { } version && version != budget?.Version)
            return new ConflictError().Refuse<Budget>();
        if (budget is null)
            session.Db.Add(budget = Budget.Create(session.TenantId, input, now));
        else
            budget.Set(input.Amount, now);
        return await session.SaveAsync(budget, cancellationToken);
    }
}
