using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Reports.Comparability;

/// <summary>A channel, campaign and goal of a client together: what was spent there and what was measured there. The nil id stands for none.</summary>
internal sealed record MeasuredPlace(
    ClientId ClientId,
    Guid ChannelId,
    Guid CampaignId,
    Guid GoalId,
    decimal Spend,
    bool HasOutcome,
    bool HasRevenue,
    bool HasTest
)
{
    public bool IsNamed => ChannelId != NoDimension.Id || CampaignId != NoDimension.Id || GoalId != NoDimension.Id;
}

/// <summary>
/// Which spend has something measured to show for it. Spend is measured by the narrowest thing it names: its goal, else its campaign, else its
/// channel has value in the period. Spend that names none of them cannot be measured.
/// </summary>
internal sealed class MeasuredPlaces(IReadOnlyList<MeasuredPlace> places)
{
    private static readonly string Sql = EmbeddedSql.Read("Reports.Comparability.coverage.sql");

    public static async Task<MeasuredPlaces> LoadAsync(DatabaseSession session, SumScope scope, CancellationToken cancellationToken)
    {
        await using var command = session.Command(Sql).OverScope(session, scope);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var places = new List<MeasuredPlace>();
        while (await reader.ReadAsync(cancellationToken))
            places.Add(
                new(
                    reader.GetId<ClientId>(0),
                    ChannelId: reader.GetGuid(1),
                    CampaignId: reader.GetGuid(2),
                    GoalId: reader.GetGuid(3),
                    reader.GetDecimal(4),
                    HasOutcome: reader.GetBoolean(5),
                    HasRevenue: reader.GetBoolean(6),
                    HasTest: reader.GetBoolean(7)
                )
            );
        return new(places);
    }

    public MeasuredPlaces Of(ClientId clientId) => new([.. places.Where(place => place.ClientId == clientId)]);

    public decimal Spend => Spends(place => place.HasOutcome).Sum(each => each.Spend.Spend);

    public decimal MeasuredSpend => Spends(place => place.HasOutcome).Where(each => each.Spend.HasOutcome).Sum(each => each.Spend.Spend);

    public decimal UnmeasuredSpend =>
        Spends(place => place.HasOutcome).Where(each => each.Place.IsNamed && !each.Spend.HasOutcome).Sum(each => each.Spend.Spend);

    public decimal SpendWithoutPlace => places.Where(place => !place.IsNamed && place.Spend > 0).Sum(place => place.Spend);

    public bool HasMeasuredGoal(Guid goalId) => places.Any(place => place.GoalId == goalId && place.HasOutcome);

    /// <summary>Each place's spend, and whether what is asked for was measured for it.</summary>
    public IReadOnlyList<(MeasuredPlace Place, MeasuredSpend Spend)> Spends(Func<MeasuredPlace, bool> isMeasured)
    {
        var measured = places.Where(isMeasured).ToList();
        var goals = measured.Select(place => place.GoalId).ToHashSet();
        var campaigns = measured.Select(place => place.CampaignId).ToHashSet();
        var channels = measured.Select(place => place.ChannelId).ToHashSet();
        return
        [
            .. places
                // Where more was credited than spent there is nothing to measure, and a share of spend stays within 0 and 1.
                .Where(place => place.Spend > 0)
                .Select(place =>
                    (
                        place,
                        new MeasuredSpend(
                            place.Spend,
                            place switch
                            {
                                { IsNamed: false } => false,
                                _ when place.GoalId != NoDimension.Id => goals.Contains(place.GoalId),
                                _ when place.CampaignId != NoDimension.Id => campaigns.Contains(place.CampaignId),
                                _ => channels.Contains(place.ChannelId),
                            }
                        )
                    )
                ),
        ];
    }
}
