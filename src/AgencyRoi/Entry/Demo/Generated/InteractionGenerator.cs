using AgencyRoi.Records.Interactions;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>Makes what people do with a client's posts, and how many people that are. The same recipe gives the same counts, always.</summary>
internal sealed class InteractionGenerator
{
    // Of a hundred likes, and of a hundred of them how many lead on; null: nobody measures it.
    private static readonly (InteractionKind Kind, string? Term, int OfLikes, int? Onward)[] Acts =
    [
        (InteractionKind.Like, null, 100, 1),
        (InteractionKind.Comment, null, 11, 4),
        (InteractionKind.Share, null, 9, 12),
        (InteractionKind.Save, "saved", 14, null),
        (InteractionKind.Click, "link_clicks", 22, 90),
    ];

    private readonly List<Planned<InteractionCountStatement>> counts = [];
    private readonly List<Planned<AudienceActivityStatement>> activities = [];

    private InteractionGenerator() { }

    public static (
        IReadOnlyList<Planned<InteractionCountStatement>> Counts,
        IReadOnlyList<Planned<AudienceActivityStatement>> Activities
    ) Of(Recipe recipe)
    {
        var generator = new InteractionGenerator();
        var months = new RecipeMonths(recipe);
        foreach (var (n, flow) in recipe.Interactions.Index())
            months.Each(
                980 + n,
                campaign: null,
                (month, dice) =>
                {
                    for (var post = 0; post < flow.Posts; post++)
                        generator.AddPost(flow, month, month.Key("post", n, post), flow.Topics[post % flow.Topics.Count], dice);
                    generator.AddPeople(flow, month, $"people-{n}-{month.Name}", dice);
                }
            );
        return (generator.counts, generator.activities);
    }

    private void AddPost(InteractionFlow flow, RecipeMonth month, string post, string topic, Dice dice)
    {
        var day = month.Day(dice);
        var likes = dice.Count(dice.Around(flow.Likes * month.Business, percent: 40));
        Add(InteractionKind.View, null, dice.Count(dice.Around(flow.Views * month.Business, percent: 25)), onward: null);
        foreach (var (kind, term, ofLikes, percent) in Acts)
        {
            var quantity = kind == InteractionKind.Like ? likes : dice.Count(dice.Around(likes * ofLikes / 100m, percent: 30));
            Add(kind, term, quantity, percent is { } leading ? Math.Min(quantity, dice.Count(quantity * leading / 100m)) : null);
        }

        void Add(InteractionKind kind, string? term, int quantity, int? onward) =>
            counts.Add(parts =>
                new()
                {
                    ClientId = parts.ClientId,
                    ExternalReference = $"{post}-{kind}".ToLowerInvariant(),
                    OccurredOn = day,
                    ChannelId = parts.Channels[flow.Channel],
                    Post = post,
                    Topic = topic,
                    Kind = kind,
                    NetworkTerm = term,
                    Quantity = quantity,
                    WithOnwardStep = onward,
                }
            );
    }

    private void AddPeople(InteractionFlow flow, RecipeMonth month, string reference, Dice dice)
    {
        var active = dice.Count(dice.Around(flow.ActivePeople * month.Business, percent: 15));
        var reached = dice.Count(dice.Around(flow.Views * flow.Posts * month.Business / 2, percent: 15));
        var share = flow.AmplifiedPercent + (flow.AmplifiedPercentAtLast - flow.AmplifiedPercent) * month.Number / (RecipeMonths.Count - 1);
        var (repeated, amplified) = (dice.Count(active * 0.28m), dice.Count(reached * share / 100));
        var strangers = dice.Count(reached * 0.31m);
        activities.Add(parts =>
            new()
            {
                ClientId = parts.ClientId,
                ExternalReference = reference,
                Month = month.First,
                ChannelId = parts.Channels[flow.Channel],
                ActivePeople = active,
                RepeatedlyActivePeople = repeated,
                ReachedPeople = reached,
                PeopleReachedByAmplification = amplified,
                ReachedNonFollowers = strangers,
            }
        );
    }
}
