using AgencyRoi.Records.Contacts;
using AgencyRoi.Records.Contacts.Profiles;
using AgencyRoi.Records.Contacts.Segments;
using AgencyRoi.Records.Stages;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>Makes offers and messages to a client's contacts, and what came of them. The same recipe gives the same, always.</summary>
internal static class MessageGenerator
{
    private const int FlowNumber = 996;
    private const int DaysUntilAnswer = 2;

    // What came of a hundred messages, by variant: a plain one to all, and one that is written for climbers and hikers.
    private static readonly (string Variant, int Messages, int Responses, int Conversions)[] Came =
    [
        ("SPRING_PLAIN", 900, 6, 1),
        ("SPRING_PICTURE", 900, 9, 1),
        ("SPRING_PEAKS", 120, 28, 6),
    ];

    public static IReadOnlyList<PlannedOffer> Offers(Recipe recipe, IReadOnlyList<PlannedStage> stages)
    {
        var dice = new Dice(recipe.Seed * 1_000 + FlowNumber);
        var offers = new List<PlannedOffer>();
        foreach (var (contact, bought) in ProfileGenerator.Buyers(stages))
        {
            var on = bought.AddDays(dice.Between(10, 40));
            if (!dice.Chance(50) || on.AddDays(DaysUntilAnswer) >= DemoPeriod.Days.To)
                continue;
            var interest = ProfileGenerator.Interests[dice.Between(0, ProfileGenerator.Interests.Count - 1)];
            offers.Add(
                new(Reference: $"{contact}-offer", Crm: contact, Offer: "SPARE_PART_SERVICE", Need: interest, on)
                {
                    Channel = ChannelOf(stages),
                    Answer =
                        dice.Chance(30) ? OfferAnswer.Accepted
                        : dice.Chance(40) ? OfferAnswer.Declined
                        : null,
                }
            );
        }
        return offers;
    }

    /// <summary>None for a client without contacts.</summary>
    public static IReadOnlyList<PlannedSegment> Segments(IReadOnlyList<PlannedStage> stages) =>
        ChannelOf(stages) is not { } channel
            ? []
            :
            [
                new("BUYERS", "Everybody who bought", AudienceBreadth.Broad)
                {
                    Stages = [CustomerStage.Customer, CustomerStage.Regular, CustomerStage.Lost],
                    Variants =
                    [
                        new("SPRING_PLAIN", "Spring, text alone", channel),
                        new("SPRING_PICTURE", "Spring, with a picture", channel),
                    ],
                },
                new("PEAKS", "Hikers and climbers", AudienceBreadth.Narrow)
                {
                    Stages = [CustomerStage.Customer, CustomerStage.Regular],
                    Interests = ["Hiking", "Climbing"],
                    Variants = [new("SPRING_PEAKS", "Spring on the peaks", channel)],
                },
            ];

    public static IReadOnlyList<PlannedMessageResult> Results(Recipe recipe, IReadOnlyList<PlannedStage> stages)
    {
        if (ChannelOf(stages) is null)
            return [];
        var dice = new Dice(recipe.Seed * 1_000 + FlowNumber - 1);
        return
        [
            .. from day in new DateOnly[] { new(2025, 3, 20), new(2025, 4, 10), new(2025, 9, 18) }
            from came in Came
            let delivered = came.Messages + dice.Between(0, 80)
            select new PlannedMessageResult(came.Variant, day)
            {
                Delivered = delivered,
                Responded = delivered * came.Responses / 100,
                Conversions = delivered * came.Conversions / 100,
            },
        ];
    }

    private static string? ChannelOf(IReadOnlyList<PlannedStage> stages) =>
        stages.FirstOrDefault(stage => stage.Channel is not null)?.Channel;
}
