using System.Globalization;
using AgencyRoi.Records.Contacts;
using AgencyRoi.Records.Stages;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>Makes what is known of the buyers among a client's contacts. The same recipe gives the same, always.</summary>
internal static class ProfileGenerator
{
    private const int FlowNumber = 997;

    public const string Interest = "INTEREST";

    public static readonly IReadOnlyList<string> Interests = ["Hiking", "Climbing", "Camping"];

    private const string Region = "REGION";
    private const string BootSize = "BOOT_SIZE";
    private static readonly string[] Regions = ["North", "South", "East", "West"];

    /// <summary>None for a client without contacts.</summary>
    public static IReadOnlyList<PlannedProfileAttribute> Attributes(IReadOnlyList<PlannedStage> stages) =>
        stages.Count == 0
            ? []
            :
            [
                new(Interest, "Interest", "What is the person looking for equipment for?", IsWanted: true, IsNeed: true)
                {
                    Values = Interests,
                },
                new(Region, "Region", "In which part of the country does the person live?", IsWanted: true) { Values = Regions },
                new(BootSize, "Boot size", "Which size of boots does the person wear?", IsWanted: false),
            ];

    public static IReadOnlyList<PlannedContactAttribute> Known(Recipe recipe, IReadOnlyList<PlannedStage> stages)
    {
        var dice = new Dice(recipe.Seed * 1_000 + FlowNumber);
        var known = new List<PlannedContactAttribute>();
        foreach (var (contact, on) in Buyers(stages))
        {
            if (dice.Chance(75))
                Add(contact, Interest, Interests[dice.Between(0, Interests.Count - 1)], on);
            if (dice.Chance(60))
                Add(contact, Region, Regions[dice.Between(0, Regions.Length - 1)], on);
            if (dice.Chance(30))
                Add(contact, BootSize, dice.Between(36, 47).ToString(CultureInfo.InvariantCulture), on);
        }
        return known;

        void Add(string contact, string attribute, string value, DateOnly on) =>
            known.Add(
                new(
                    Reference: $"{contact}-{attribute}".ToLowerInvariant(),
                    Crm: contact,
                    Attribute: attribute,
                    Value: value,
                    on,
                    Source: Generator.Note
                )
            );
    }

    /// <summary>The contacts with a key of the client's shop, and the day on which they first bought.</summary>
    public static IEnumerable<(string Contact, DateOnly On)> Buyers(IReadOnlyList<PlannedStage> stages) =>
        from stage in stages
        where stage is { Stage: CustomerStage.Customer, Keys.Crm: not null }
        select (stage.Keys.Crm, stage.On);
}
