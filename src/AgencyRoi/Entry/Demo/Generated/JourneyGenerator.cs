using System.Globalization;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.Touches;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>Makes the touches before a client's sales, and those of people who bought nothing. The same recipe gives the same touches, always.</summary>
internal sealed class JourneyGenerator
{
    private const int FlowNumber = 999;

    private readonly Recipe recipe;
    private readonly JourneyFlow flow;
    private readonly Dice dice;
    private readonly List<PlannedTouch> touches = [];

    private JourneyGenerator(Recipe recipe, JourneyFlow flow) =>
        (this.recipe, this.flow, dice) = (recipe, flow, new Dice(recipe.Seed * 1_000 + FlowNumber));

    public static IReadOnlyList<PlannedTouch> Touches(Recipe recipe, IReadOnlyList<PlannedSale> sales)
    {
        if (recipe.Journeys is not { } flow)
            return [];
        var generator = new JourneyGenerator(recipe, flow);
        generator.LeadTo(sales);
        generator.LeadToNothing();
        return generator.touches;
    }

    // What somebody wrote down of an order themselves stays as they wrote it.
    private void LeadTo(IReadOnlyList<PlannedSale> sales)
    {
        var written = recipe.StreamFacts.Select(fact => (string?)fact.Content["orderReference"]).ToHashSet();
        foreach (var sale in sales.Where(sale => sale.OccurredOn >= flow.From && sale.Contact is not null))
            if (dice.Chance(flow.PercentOfSales) && !written.Contains(sale.Reference))
                Add(Way(), sale.OccurredOn.AddDays(-dice.Between(0, 3)), touch => touch with { Contact = sale.Contact });
    }

    private void LeadToNothing()
    {
        var people = 0;
        for (var month = flow.From; month < DemoPeriod.Days.To; month = month.AddMonths(1))
        for (var left = dice.Count(dice.Around(flow.WithoutSalePerMonth, percent: 20)); left > 0; left--)
        {
            var visitor = string.Create(CultureInfo.InvariantCulture, $"visitor-{++people:0000}");
            var way = Way();
            // They stop somewhere on the way.
            var steps = way[..dice.Between(1, way.Length)];
            Add(steps, month.AddDays(dice.Between(0, 27)), touch => touch with { Visitor = visitor });
        }
    }

    /// <param name="last">The day of the last step; each one before it is some days earlier.</param>
    private void Add(string[] steps, DateOnly last, Func<PlannedTouch, PlannedTouch> by)
    {
        var days = new DateOnly[steps.Length];
        for (var place = steps.Length - 1; place >= 0; place--)
            days[place] = place == steps.Length - 1 ? last : days[place + 1].AddDays(-dice.Between(1, 9));
        foreach (var (name, day) in steps.Zip(days))
            touches.Add(by(Touch(name, flow.Steps[name], day)));
    }

    // In the hours in which it is the same day in the time zones of the demo's clients.
    private PlannedTouch Touch(string name, JourneyStep step, DateOnly day) =>
        new()
        {
            Reference = string.Create(CultureInfo.InvariantCulture, $"touch-{touches.Count + 1:0000}"),
            At = new(day.ToDateTime(new TimeOnly(dice.Between(12, 20), dice.Between(0, 59))), TimeSpan.Zero),
            Kind = step.Kind,
            Channel = step.Channel,
            Campaign = CampaignOn(step.Campaign, day),
            Post = step.Posts == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{name}-{dice.Between(1, step.Posts)}"),
            Site = step.Site,
            LegalBasis = dice.Chance(flow.PercentWithoutBasis) ? null : LegalBasis.Consent,
        };

    private string? CampaignOn(string? reference, DateOnly day)
    {
        var campaign = recipe.Campaigns.FirstOrDefault(campaign => campaign.Reference == reference);
        return campaign is null || day < campaign.From || day >= campaign.To ? null : campaign.Reference;
    }

    private string[] Way()
    {
        var left = dice.Between(1, flow.Ways.Sum(way => way.Weight));
        foreach (var way in flow.Ways)
            if ((left -= way.Weight) <= 0)
                return way.Names;
        throw new InvalidOperationException("The dice fall within the weights.");
    }
}
