using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Outcomes;

/// <summary>
/// How many outcomes of a goal and day count at each channel and campaign, less the entries that stand there. An outcome has one entry or none, and it takes the
/// place that its goal has now where it names none itself: outcomes that have no entry yet are more than the entries of the goal's day, and those that
/// stand elsewhere are missing there. Where nothing is left over, each outcome of the day stands where it belongs.
/// </summary>
internal sealed class OutcomePlaces(IReadOnlyDictionary<GoalId, Goal> goals, IdeaGoals ideas, Func<Goal, DateOnly, bool> canBeValued)
{
    private readonly Dictionary<Place, long> missing = [];
    private readonly HashSet<DateOnly> open = [];

    public IReadOnlyCollection<DateOnly> OpenDays =>
        [.. open.Union(missing.Where(place => place.Value != 0).Select(place => place.Key.Day))];

    /// <param name="waiting">Outcomes that have no entry, since others hold their units.</param>
    public async Task CountAsync(
        DatabaseSession session,
        RevaluationScope scope,
        IEnumerable<WaitingFact> waiting,
        CancellationToken cancellationToken
    )
    {
        var counted = scope.Counted(session.Db.Set<Outcome>().Where(outcome => outcome.OccurredOn >= scope.From && outcome.Quantity != 0m));
        foreach (var place in await PlacesAsync(counted, cancellationToken))
            Count(place, place.Outcomes);
        Guid[] ids = [.. waiting.Select(fact => fact.Id)];
        if (ids.Length > 0)
            foreach (var place in await PlacesAsync(counted.Where(outcome => ids.Contains(outcome.Id)), cancellationToken))
                Count(place, -place.Outcomes);
    }

    /// <param name="hold">Whether an outcome of now would stand by these terms.</param>
    public void Take(PostedTerms terms, long entries, bool hold)
    {
        var goal = goals[new(terms.GoalId)];
        if (!hold)
            open.Add(terms.Day);
        else if (goal.KeptVolume is null)
            Add(new(goal.Id, terms.Day, terms.ChannelId, terms.CampaignId), -entries);
    }

    private void Count(OutcomesOfDay of, long outcomes)
    {
        var goal = goals[of.GoalId];
        // An idea is worth something by its own grade, which no entry tells.
        if (ideas.Contains(goal.Id))
            open.Add(of.Day);
        else if (canBeValued(goal, of.Day))
            Add(
                new(
                    goal.Id,
                    of.Day,
                    NoDimension.ToColumn(of.ChannelId ?? goal.ChannelId),
                    NoDimension.ToColumn(of.CampaignId ?? goal.CampaignId)
                ),
                outcomes
            );
    }

    private void Add(Place place, long outcomes) => missing[place] = missing.GetValueOrDefault(place) + outcomes;

    private static Task<List<OutcomesOfDay>> PlacesAsync(IQueryable<Outcome> outcomes, CancellationToken cancellationToken) =>
        outcomes
            .GroupBy(outcome => new
            {
                outcome.GoalId,
                outcome.OccurredOn,
                outcome.ChannelId,
                outcome.CampaignId,
            })
            .Select(place => new OutcomesOfDay(
                place.Key.GoalId,
                place.Key.OccurredOn,
                place.Key.ChannelId,
                place.Key.CampaignId,
                place.LongCount()
            ))
            .ToListAsync(cancellationToken);

    private readonly record struct Place(GoalId GoalId, DateOnly Day, Guid ChannelId, Guid CampaignId);

    private sealed record OutcomesOfDay(GoalId GoalId, DateOnly Day, ChannelId? ChannelId, CampaignId? CampaignId, long Outcomes);
}
