using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.Contacts;

/// <summary>How stages come in: the contacts' current ones are made of what is said now.</summary>
internal sealed class ContactStageRecording() : ContactRecording<ContactStage, ContactStageStatement>("contact's stage")
{
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
