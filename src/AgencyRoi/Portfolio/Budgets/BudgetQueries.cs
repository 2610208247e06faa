using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Budgets;

/// <summary>How spending stands against a budget, today included, by the client's calendar.</summary>
/// <param name="Spent">What the client paid so far, for the campaign with all below it.</param>
/// <param name="Remaining">Budget less what is spent, as both are shown; below zero when more is spent than there was.</param>
/// <param name="BurnedShare">Spent as a share of the budget: above 1 when more is spent than there was, below 0 when more was credited than spent; null for a budget of zero.</param>
/// <param name="ElapsedShare">Days that have begun as a share of all days, to be held against the share that is spent.</param>
/// <param name="Pace">Spending against time.</param>
/// <param name="ExpectedSpend">Spent at the end if each day costs what the days so far did; null before the first day.</param>
/// <param name="ExhaustedOn">The day on which the budget runs out at that pace; null when it lasts.</param>
[GraphQLName("BudgetBurn")]
internal sealed record BurnCard(
    Money Spent,
    Money Remaining,
    decimal? BurnedShare,
    decimal ElapsedShare,
    BurnPace Pace,
    Money? ExpectedSpend,
    DateOnly? ExhaustedOn
) : ICountsEntries
{
    [GraphQLIgnore]
    public required EntryFilter Counted { get; init; }
}

[ObjectType<Budget>]
internal static partial class BudgetFields
{
    private static readonly string Spent = EmbeddedSql.Read("Portfolio.Budgets.budget_spent.sql");

    [NodeResolver]
    public static Task<Budget?> GetBudgetAsync(BudgetId id, RowById<Budget, BudgetId> budgets, CancellationToken cancellationToken) =>
        budgets.LoadAsync(id, cancellationToken);

    /// <summary>The amount that may be spent, in the client's currency.</summary>
    public static Money GetAmount([Parent("Amount Currency")] Budget budget) => new(budget.Amount, budget.Currency);

    /// <summary>How spending stands.</summary>
    [BatchResolver]
    public static Task<IReadOnlyList<BurnCard>> GetBurnAsync(
        [Parent] List<Budget> budgets,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<BurnCard>>(
            async (session, token) =>
            {
                ClientId[] clientIds = [.. budgets.Select(budget => budget.ClientId).Distinct()];
                var zones = await session
                    .Db.Set<Client>()
                    .Where(client => clientIds.Contains(client.Id))
                    .ToDictionaryAsync(client => client.Id, client => client.TimeZone, token);
                DateOnly[] asOf = [.. budgets.Select(budget => Calendar.DayIn(zones[budget.ClientId], time.GetUtcNow()).AddDays(1))];
                var spent = await SpentAsync(session, [.. budgets.Select(budget => budget.Id)], asOf, token);
                return [.. budgets.Select((budget, i) => Card(budget, spent[budget.Id], asOf[i]))];
            },
            cancellationToken
        );

    private static async Task<Dictionary<BudgetId, BudgetSpent>> SpentAsync(
        DatabaseSession session,
        BudgetId[] ids,
        DateOnly[] asOf,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Spent).With(session.TenantId, ids.ToGuids(), asOf);
        command.Parameters.Add(session.VisibleOrAll());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var spent = new Dictionary<BudgetId, BudgetSpent>();
        while (await reader.ReadAsync(cancellationToken))
            spent[new(reader.GetGuid(0))] = new(reader.GetDecimal(1), reader.GetFieldValue<Guid[]>(2));
        return spent;
    }

    private readonly record struct BudgetSpent(decimal Amount, Guid[] CampaignIds);

    private static BurnCard Card(Budget budget, BudgetSpent of, DateOnly asOf)
    {
        var spent = of.Amount;
        var burn = BudgetBurn.Of(budget.Amount, budget.Days, spent, asOf);
        return new(
            Spent: Shown(spent),
            Remaining: new Money(budget.Amount, budget.Currency) - Shown(spent),
            Share(burn.Burned.Value),
            Share(burn.Elapsed) ?? 0m,
            burn.Pace,
            burn.Projected.Value is { } projected ? Shown(projected) : null,
            burn.ExhaustedOn
        )
        {
            Counted = new EntryFilter(new SumScope([budget.ClientId], budget.Days.Intersect(DateRange.Before(asOf))))
            {
                Side = EntrySide.Cost,
                CampaignIds = budget.CampaignId is null ? null : of.CampaignIds,
            },
        };

        Money Shown(decimal amount) => new Money(amount, budget.Currency).Rounded(MinorUnits.Of(budget.Currency));
        static decimal? Share(decimal? share) => share is { } value ? decimal.Round(value, 6, MidpointRounding.AwayFromZero) : null;
    }
}

[ExtendObjectType<Client>]
internal static partial class BudgetsOfClient
{
    private static readonly ChildList<Budget, ClientId> Budgets = new(
        budget => budget.ClientId,
        sort => sort.AddDescending(budget => budget.From)
    );

    /// <summary>The budgets of the client and its campaigns, the latest first unless another order is asked for.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Budget>>> GetBudgetsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<Budget> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Budgets.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
