using System.Globalization;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>The demo's months in the life of a made-up client.</summary>
internal sealed class RecipeMonths(Recipe recipe)
{
    public const int Count = 24;

    /// <summary>The months of the demo, or those that begin while a campaign with dates runs.</summary>
    /// <param name="flow">Each flow has a number, and dice of its own: a flow that is added does not change the others.</param>
    public void Each(int flow, string? campaign, Action<RecipeMonth, Dice> act)
    {
        var dice = new Dice(recipe.Seed * 1_000 + (ulong)flow);
        var plan = recipe.Campaigns.FirstOrDefault(plan => plan.Reference == campaign);
        for (var month = 0; month < Count; month++)
        {
            var first = DemoPeriod.Days.From.AddMonths(month);
            var season = recipe.Season[month % 12] / 100m;
            if (!(first < plan?.From) && !(first >= plan?.To))
                act(new(month, first, season, Business: season * (1 + recipe.Growth / 100m * month / (Count - 1))), dice);
        }
    }
}

/// <param name="Number">From 0.</param>
/// <param name="Season">Against an average month of the year.</param>
/// <param name="Business">The season on what the client has grown to.</param>
internal sealed record RecipeMonth(int Number, DateOnly First, decimal Season, decimal Business)
{
    public string Name => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    public DateOnly Day(Dice dice) => First.AddDays(dice.Between(0, Last.Day - 1));

    /// <summary>A fact's key among those of its flow and month.</summary>
    public string Key(string kind, int flow, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{flow}-{Name}-{number:000}");
}
