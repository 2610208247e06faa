using System.Globalization;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>Makes a client's facts from its recipe. The same recipe gives the same facts, always.</summary>
internal sealed class Generator
{
    /// <summary>The mark of everything made here that has a note.</summary>
    public const string Note = "Made up by the demo's generator. Any likeness to a real company is accidental.";

    private const int Months = 24;

    private readonly Recipe recipe;
    private readonly List<PlannedCost> costs = [];
    private readonly List<PlannedOutcome> outcomes = [];
    private readonly List<PlannedSale> sales = [];
    private readonly List<PlannedRefund> refunds = [];

    private Generator(Recipe recipe) => this.recipe = recipe;

    public static ClientPlan Plan(Recipe recipe)
    {
        var generator = new Generator(recipe);
        generator.Run();
        return new ClientPlan(
            new CreateClientInput(
                recipe.Name,
                recipe.Industry,
                recipe.BusinessModel,
                recipe.Size,
                Currency: recipe.Currency,
                TimeZone: recipe.TimeZone,
                recipe.Margin,
                recipe.Reference,
                DataOrigin.Generated,
                $"{recipe.Story} {Note}"
            )
        )
        {
            Channels = recipe.Channels,
            Campaigns = recipe.Campaigns,
            Purposes = recipe.Purposes,
            Costs = generator.costs,
            Outcomes = generator.outcomes,
            Sales = generator.sales,
            Refunds = generator.refunds,
        };
    }

    // Each flow has dice of its own: a flow that is added does not change the others.
    private void Run()
    {
        foreach (var (n, flow) in recipe.Costs.Index())
            EachMonth(flow.Campaign, new Dice(recipe.Seed * 1_000 + (ulong)n), (month, dice) => AddCost(n, flow, month, dice));
        foreach (var (n, flow) in recipe.Outcomes.Index())
            EachMonth(flow.Campaign, new Dice(recipe.Seed * 1_000 + 300 + (ulong)n), (month, dice) => AddOutcome(n, flow, month, dice));
        foreach (var (n, flow) in recipe.Sales.Index())
            EachMonth(flow.Campaign, new Dice(recipe.Seed * 1_000 + 600 + (ulong)n), (month, dice) => AddSales(n, flow, month, dice));
    }

    /// <summary>The months of the demo, or those that begin while a campaign with dates runs.</summary>
    private void EachMonth(string? campaign, Dice dice, Action<int, Dice> act)
    {
        var plan = recipe.Campaigns.FirstOrDefault(plan => plan.Reference == campaign);
        for (var month = 0; month < Months; month++)
            if (!(FirstDayOf(month) < plan?.From) && !(FirstDayOf(month) >= plan?.To))
                act(month, dice);
    }

    private void AddCost(int flowNumber, CostFlow flow, int month, Dice dice)
    {
        if (month % flow.EveryMonths != 0)
            return;
        // Advertising follows the season; a fee, a licence and a salary do not.
        var middle = flow.Category == CostCategory.AdSpend ? flow.PerMonth * Season(month) : flow.PerMonth;
        costs.Add(
            new PlannedCost(
                $"cost-{flowNumber}-{NameOf(month)}",
                flow.Category,
                FirstDayOf(month + 1).AddDays(-1),
                dice.Around(middle, flow.Spread),
                flow.PaidBy,
                Channel: flow.Channel,
                Campaign: flow.Campaign
            )
        );
    }

    private void AddOutcome(int flowNumber, OutcomeFlow flow, int month, Dice dice) =>
        outcomes.Add(
            new PlannedOutcome(
                Reference: $"outcome-{flowNumber}-{NameOf(month)}",
                Goal: flow.Goal,
                DayIn(month, dice),
                dice.Count(dice.Around(flow.PerMonth * Business(month), percent: 20)),
                Channel: flow.Channel,
                Campaign: flow.Campaign,
                flow.IdeaGrade
            )
        );

    private void AddSales(int flowNumber, SaleFlow flow, int month, Dice dice)
    {
        var count = dice.Count(dice.Around(flow.PerMonth * Business(month), percent: 15));
        for (var n = 0; n < count; n++)
        {
            decimal? amount = flow.Amount is { } average ? dice.Around(average, percent: 45) : null;
            var sale = new PlannedSale(
                string.Create(CultureInfo.InvariantCulture, $"order-{flowNumber}-{NameOf(month)}-{n:000}"),
                flow.Type,
                DayIn(month, dice),
                amount,
                Channel: flow.Channel,
                Campaign: flow.Campaign,
                Goal: flow.Goal,
                Contact: string.Create(CultureInfo.InvariantCulture, $"contact-{dice.Between(1, 400):000}")
            );
            sales.Add(sale);
            if (dice.Chance(flow.RefundPercent))
                AddRefund(sale, dice);
        }
    }

    private void AddRefund(PlannedSale sale, Dice dice)
    {
        var day = sale.OccurredOn.AddDays(dice.Between(3, 21));
        var (share, reason) = dice.Chance(60) ? (1m, "Returned.") : (0.5m, "Price reduced after a complaint.");
        if (day < DemoPeriod.Days.To && sale.Amount is { } amount)
            refunds.Add(new PlannedRefund(sale.Reference, day, decimal.Round(amount * share, 2), reason));
    }

    private decimal Season(int month) => recipe.Season[month % 12] / 100m;

    private decimal Business(int month) => Season(month) * (1 + recipe.Growth / 100m * month / (Months - 1));

    private static DateOnly FirstDayOf(int month) => DemoPeriod.Days.From.AddMonths(month);

    private static DateOnly DayIn(int month, Dice dice)
    {
        var first = FirstDayOf(month);
        return first.AddDays(dice.Between(0, DateTime.DaysInMonth(first.Year, first.Month) - 1));
    }

    private static string NameOf(int month) => FirstDayOf(month).ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
