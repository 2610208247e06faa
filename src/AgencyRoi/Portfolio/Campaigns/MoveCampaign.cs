using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Campaigns;

/// <summary>Where a campaign goes.</summary>
/// <param name="Id">The campaign. Everything below it goes with it.</param>
/// <param name="Version">The campaign's version as you read it.</param>
/// <param name="ParentId">The campaign of the same client that it shall belong to; null: the top of the tree.</param>
internal sealed record MoveCampaignInput(
    [property: ID<Campaign>] CampaignId Id,
    long Version,
    [property: ID<Campaign>] CampaignId? ParentId
);

[MutationType]
internal static partial class MoveCampaign
{
    /// <summary>Gives a campaign another place in its client's tree. Refused below itself. Posted entries keep their campaign.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<CampaignCycleError>]
    public static Task<FieldResult<Campaign>> MoveCampaignAsync(
        MoveCampaignInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => MoveAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Campaign>> MoveAsync(
        DatabaseSession session,
        MoveCampaignInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await session.FindAsync<Campaign, CampaignId>("campaign", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var campaign))
            return problem.Refuse<Campaign>();

        await session.LockAsync("clients", campaign.ClientId, cancellationToken);
        IReadOnlyCollection<CampaignId> above = [];
        if (input.ParentId is { } parentId)
        {
            above = await CampaignTree.UpwardsAsync(session, campaign.ClientId, parentId, cancellationToken);
            if (above.Count == 0)
                return NotFoundError.Of("campaign", "parentId").Refuse<Campaign>();
        }
        return campaign.MoveTo(input.ParentId, above, now) is { } refused
            ? refused.Refuse<Campaign>()
            : await session.SaveAsync(campaign, cancellationToken);
    }
}
