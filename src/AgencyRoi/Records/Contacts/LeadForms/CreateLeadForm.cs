using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Stages;

namespace AgencyRoi.Records.Contacts.LeadForms;

/// <summary>A new form of a client.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Code">Its key, unique among the client's forms, at most 50 characters; it stays.</param>
/// <param name="Name">Its name, for people to read, at most 200 characters.</param>
/// <param name="Fields">Its fields, at most 50; one at least tells who it is.</param>
/// <param name="Stage">The stage that whoever sends it reaches.</param>
/// <param name="ChannelId">The client's channel by which it is reached.</param>
/// <param name="CampaignId">The client's campaign by which it is reached.</param>
internal sealed record CreateLeadFormInput(
    [property: ID<Client>] ClientId ClientId,
    string Code,
    string Name,
    IReadOnlyList<LeadFormField> Fields,
    CustomerStage Stage = CustomerStage.Lead,
    [property: ID<Channel>] ChannelId? ChannelId = null,
    [property: ID<Campaign>] CampaignId? CampaignId = null
);

[MutationType]
internal static partial class CreateLeadForm
{
    /// <summary>
    /// Adds a form by which people say who they are, with what its fields mean. To repeat it safely, send it again: ALREADY_EXISTS says that the first was stored.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<LeadForm>> CreateLeadFormAsync(
        CreateLeadFormInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            async (session, token) =>
            {
                var checks = new InputChecks();
                LeadFormChecks.Apply(checks, input.Code, input.Name, input.Fields);
                if (!checks.Passed)
                    return checks.Refuse<LeadForm>();
                var form = LeadForm.Create(session.TenantId, input, time.GetUtcNow());
                session.Db.Add(form);
                return await session.SaveAsync(form, token);
            },
            cancellationToken
        );
}
