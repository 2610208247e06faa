using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Records.Stages;

namespace AgencyRoi.Records.Contacts.LeadForms;

/// <summary>Changes to a form. What is not given stays as it is.</summary>
/// <param name="Id">The form.</param>
/// <param name="Version">The form's version as you read it.</param>
/// <param name="Name">Its name, for people to read, at most 200 characters.</param>
/// <param name="Fields">Its fields, in place of those that it had.</param>
/// <param name="Stage">The stage that whoever sends it reaches.</param>
/// <param name="ChannelId">The client's channel by which it is reached; null: none.</param>
/// <param name="CampaignId">The client's campaign by which it is reached; null: none.</param>
internal sealed record UpdateLeadFormInput(
    [property: ID<LeadForm>] Guid Id,
    long Version,
    string? Name = null,
    IReadOnlyList<LeadFormField>? Fields = null,
    CustomerStage? Stage = null,
    [property: ID<Channel>] Optional<ChannelId?> ChannelId = default,
    [property: ID<Campaign>] Optional<CampaignId?> CampaignId = default
);

[MutationType]
internal static partial class UpdateLeadForm
{
    /// <summary>Changes a form. What it brought in before stays as it was recorded.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    public static Task<FieldResult<LeadForm>> UpdateLeadFormAsync(
        UpdateLeadFormInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            async (session, token) =>
            {
                var checks = new InputChecks();
                LeadFormChecks.Apply(checks, code: null, input.Name, input.Fields);
                if (!checks.Passed)
                    return checks.Refuse<LeadForm>();
                var found = await session.FindAsync<LeadForm>("lead form", input.Id, input.Version, token);
                if (found.Failed(out var problem, out var form))
                    return problem.Refuse<LeadForm>();
                form.Change(input, time.GetUtcNow());
                return await session.SaveAsync(form, token);
            },
            cancellationToken
        );
}
