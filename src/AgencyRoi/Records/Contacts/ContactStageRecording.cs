using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Stages;

namespace AgencyRoi.Records.Contacts;

/// <summary>How stages come in: the contacts' current ones are made of what is said now.</summary>
internal sealed class ContactStageRecording() : ContactRecording<ContactStage, ContactStageStatement>("contact's stage")
{
    protected override async Task<Found<ContactStage>> FindAsync(
        DatabaseSession session,
        FactVersion<ContactStage> wanted,
        CancellationToken cancellationToken
    )
    {
        var found = await base.FindAsync(session, wanted, cancellationToken);
        return !found.Failed(out _, out var stage) && stage.IsDerived
            ? new(
                null,
                BadInputError.At(
                    "id",
                    "The client's rules made this stage of touches and conversions: correct these, or change the rules by setContactStageRuleList."
                )
            )
            : found;
    }

    protected override Task AfterAsync(
        DatabaseSession session,
        IReadOnlyList<ContactStageStatement> changed,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        CurrentStages.RefreshAsync(
            session,
            changed.Select(statement => (statement.ClientId, statement.ContactId!.Value)), // what is stored has one
            now,
            cancellationToken
        );
}
