using System.Globalization;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>Makes a client's facts from its recipe. The same recipe gives the same facts, always.</summary>
internal sealed class Generator
{
    /// <summary>The mark of everything made up that has a note.</summary>
    public const string Note = "Made up by the demo's generator. Any likeness to a real company is accidental.";

    private readonly Recipe recipe;
    private readonly RecipeMonths months;
    private readonly List<PlannedCost> costs = [];
    private readonly List<PlannedOutcome> outcomes = [];
    private readonly List<PlannedSale> sales = [];
    private readonly List<PlannedRefund> refunds = [];

    private Generator(Recipe recipe) => (this.recipe, months) = (recipe, new RecipeMonths(recipe));

    public static ClientPlan Plan(Recipe recipe)
    {
        var generator = new Generator(recipe);
        generator.Run();
        var observed = new ObservationGenerator(recipe);
        var touches = JourneyGenerator.Touches(recipe, generator.sales);
        var (stages, bases) = ContactGenerator.Contacts(recipe, generator.sales, touches);
        var (interactions, activities) = InteractionGenerator.Of(recipe);
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
            Became = recipe.Became,
            Channels = recipe.Channels,
            Campaigns = recipe.Campaigns,
            Purposes = recipe.Purposes,
            Costs = generator.costs,
            NoCosts = recipe.NoCosts,
            LateCosts = recipe.LateCosts,
            Outcomes = [.. generator.outcomes, .. recipe.NotedOutcomes],
            Touches = touches,
            ContactStages = stages,
            LegalBases = bases,
            ProfileAttributes = ProfileGenerator.Attributes(stages),
            ContactAttributes = ProfileGenerator.Known(recipe, stages),
            ContactOffers = MessageGenerator.Offers(recipe, stages),
            Segments = MessageGenerator.Segments(stages),
            MessageResults = MessageGenerator.Results(recipe, stages),
            Experiments = ExperimentGenerator.Of(recipe, stages),
            Merged = ContactGenerator.Merged(stages),
            Sales = generator.sales,
            Refunds = generator.refunds,
            Hours = observed.Hours(),
            Volume = observed.Volume(),
            Interactions = interactions,
            AudienceActivities = activities,
            Prices = observed.Prices(),
            Visits = observed.Visits(),
            Mentions = observed.Mentions(),
            Ratings = observed.Ratings(),
            SurveyAnswers = observed.SurveyAnswers(),
            Audits = recipe.Audits,
            ConsumerBenefits = recipe.ConsumerBenefits,
            KeyMetrics = recipe.KeyMetrics,
            Budgets = recipe.Budgets,
            AttributionPolicies = recipe.AttributionPolicies,
            Subscriptions = recipe.Subscriptions,
            Forecasts = recipe.Forecasts,
            StreamFacts = recipe.StreamFacts,
        };
    }

    private void Run()
    {
        foreach (var (n, flow) in recipe.Costs.Index())
            months.Each(n, flow.Campaign, (month, dice) => AddCost(n, flow, month, dice));
        foreach (var (n, flow) in recipe.Outcomes.Index())
            months.Each(300 + n, flow.Campaign, (month, dice) => AddOutcome(n, flow, month, dice));
        foreach (var (n, flow) in recipe.Sales.Index())
            months.Each(600 + n, flow.Campaign, (month, dice) => AddSales(n, flow, month, dice));
    }

    private void AddCost(int flowNumber, CostFlow flow, RecipeMonth month, Dice dice)
    {
        if (month.Number % flow.EveryMonths != 0)
            return;
        // Advertising follows the season; a fee, a licence and a salary do not.
        var middle = flow.Category == CostCategory.AdSpend ? flow.PerMonth * month.Season : flow.PerMonth;
        costs.Add(
            new PlannedCost(
                $"cost-{flowNumber}-{month.Name}",
                flow.Category,
                month.Last,
                dice.Around(middle, flow.Spread),
                flow.PaidBy,
                Channel: flow.Channel,
                Campaign: flow.Campaign
            )
        );
    }

    private void AddOutcome(int flowNumber, OutcomeFlow flow, RecipeMonth month, Dice dice) =>
        outcomes.Add(
            new PlannedOutcome(
                Reference: $"outcome-{flowNumber}-{month.Name}",
                Goal: flow.Goal,
                month.Day(dice),
                dice.Count(dice.Around(flow.PerMonth * month.Business, percent: 20)),
                Channel: flow.Channel,
                Campaign: flow.Campaign
            )
            {
                ActionClass = flow.ActionClass,
                IdeaGrade = flow.IdeaGrade,
            }
        );

    private void AddSales(int flowNumber, SaleFlow flow, RecipeMonth month, Dice dice)
    {
        var count = dice.Count(dice.Around(flow.PerMonth * month.Business, percent: 15));
        for (var n = 0; n < count; n++)
        {
            decimal? amount = flow.Amount is { } average ? dice.Around(average, percent: 45) : null;
            var sale = new PlannedSale(
                month.Key("order", flowNumber, n),
                flow.Type,
                month.Day(dice),
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
}
