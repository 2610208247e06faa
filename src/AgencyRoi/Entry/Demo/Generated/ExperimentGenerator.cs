using AgencyRoi.Records.Experiments;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>
/// Makes two experiments of a client with contacts: a reminder that does something, by four buyers in a hundred, and a greeting that does nothing. The same recipe gives
/// the same, always.
/// </summary>
internal static class ExperimentGenerator
{
    private const int FlowNumber = 994;
    private const int Weeks = 16;
    private const int BoughtAnyway = 10;

    private static readonly DateOnly Start = new(2025, 3, 3);

    public static IReadOnlyList<PlannedExperiment> Of(Recipe recipe, IReadOnlyList<PlannedStage> stages)
    {
        if (stages.Count == 0)
            return [];
        var dice = new Dice(recipe.Seed * 1_000 + FlowNumber);
        var campaign = recipe.Campaigns.Count > 0 ? recipe.Campaigns[0].Reference : null;
        return
        [
            Of(dice, new("REMINDER", "Reminder after a visit", "Does a reminder make buyers of visitors?", Days), bought: 14, campaign),
            Of(dice, new("GREETING", "Greeting on Monday", "Does a greeting make buyers of followers?", Days), bought: BoughtAnyway, null),
        ];
    }

    private static DateRange Days => new(Start, Start.AddDays(7 * Weeks));

    private static PlannedExperiment Of(Dice dice, Plan plan, int bought, string? campaign) =>
        new(plan.Code, plan.Name, plan.Question, plan.Days)
        {
            Campaign = campaign,
            UnitValue = 35m,
            Results =
            [
                .. from week in Enumerable.Range(0, Weeks)
                from @group in Enum.GetValues<ExperimentGroup>()
                let units = dice.Between(190, 210)
                select new PlannedResult(plan.Code, @group, Start.AddDays(7 * week))
                {
                    Units = units,
                    Successes = Enumerable
                        .Range(0, units)
                        .Count(_ => dice.Chance(@group == ExperimentGroup.Treated ? bought : BoughtAnyway)),
                },
            ],
        };

    private sealed record Plan(string Code, string Name, string Question, DateRange Days);
}
