using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Portfolio.Campaigns;

/// <summary>A new campaign of a client.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Kind">What it is in the tree.</param>
/// <param name="Name">As the agency calls it, at most 200 characters.</param>
/// <param name="ParentId">The campaign of the same client that it belongs to; without one it stands at the top.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">The first day after it; without one it has no end yet.</param>
/// <param name="ExternalReference">Its key in another system; unique for the client.</param>
internal sealed record CreateCampaignInput(
    [property: ID<Client>] ClientId ClientId,
    CampaignKind Kind,
    string Name,
    [property: ID<Campaign>] CampaignId? ParentId = null,
    string? Owner = null,
    DateOnly? From = null,
    DateOnly? To = null,
    [property: Key] string? ExternalReference = null
);

[MutationType]
internal static partial class CreateCampaign
{
    /// <summary>
    /// Adds a campaign to a client's tree. To repeat it safely, give it an external reference: sent again, ALREADY_EXISTS says that the first was
    /// stored.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<Campaign>> CreateCampaignAsync(
        CreateCampaignInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CreateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Campaign>> CreateAsync(
        DatabaseSession session,
        CreateCampaignInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        CampaignChecks.Apply(checks, input.Name, input.Owner, input.ExternalReference);
        checks.Days(input.From, input.To);
        if (!checks.Passed)
            return checks.Refuse<Campaign>();

        var campaign = Campaign.Create(session.TenantId, input, now);
        session.Db.Add(campaign);
        return await session.SaveAsync(campaign, cancellationToken);
    }
}
