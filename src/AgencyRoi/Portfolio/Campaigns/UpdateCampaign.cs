using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Campaigns;

/// <summary>Changes to a campaign. What is not given stays as it is.</summary>
/// <param name="Id">The campaign.</param>
/// <param name="Version">The campaign's version as you read it.</param>
/// <param name="Kind">What it is in the tree.</param>
/// <param name="Name">As the agency calls it, at most 200 characters.</param>
/// <param name="Owner">Who answers for it; null removes it.</param>
/// <param name="From">Its first day; null removes it.</param>
/// <param name="To">The first day after it; null: it has no end yet.</param>
/// <param name="ExternalReference">Its key in another system; null removes it.</param>
internal sealed record UpdateCampaignInput(
    [property: ID<Campaign>] CampaignId Id,
    long Version,
    CampaignKind? Kind = null,
    string? Name = null,
    Optional<string?> Owner = default,
    Optional<DateOnly?> From = default,
    Optional<DateOnly?> To = default,
    [property: Key] Optional<string?> ExternalReference = default
);

[MutationType]
internal static partial class UpdateCampaign
{
    /// <summary>Changes a campaign where it stands; <c>moveCampaign</c> gives it another place in the tree.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<Campaign>> UpdateCampaignAsync(
        UpdateCampaignInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => UpdateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Campaign>> UpdateAsync(
        DatabaseSession session,
        UpdateCampaignInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        CampaignChecks.Apply(checks, input.Name, input.Owner.Value, input.ExternalReference.Value);
        checks.Days(input.From.Value, input.To.Value);
        if (!checks.Passed)
            return checks.Refuse<Campaign>();

        var found = await session.FindAsync<Campaign, CampaignId>("campaign", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var campaign))
            return problem.Refuse<Campaign>();
        return campaign.Change(input, now) is { } refused
            ? refused.Refuse<Campaign>()
            : await session.SaveAsync(campaign, cancellationToken);
    }
}
