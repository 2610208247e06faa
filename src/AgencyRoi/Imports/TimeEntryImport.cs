using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.Intake;
using AgencyRoi.People;

namespace AgencyRoi.Imports;

/// <summary>Hours name people, who belong to the agency: closed to tokens that are restricted to clients.</summary>
internal sealed class TimeEntryImport : FactImport<TimeDraft, TimeEntry>
{
    public override string Name => "time-entries";

    public override bool IsAgencyWide => true;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("client", "The client's external reference or global id.", IsRequired: true),
        new("external_reference", "The hours' key in your system; sent again, the row is a correction.", IsRequired: true),
        new("date", "The day, as 2025-12-31.", IsRequired: true),
        new("person", "External reference or global id of the person who worked.", IsRequired: true),
        new("hours", "Not below zero, at most 24 on a day over all clients, as 7.5.", IsRequired: true),
        new("channel", "External reference or global id of the client's channel."),
        new("campaign", "External reference or global id of the client's campaign."),
        new("goal", "External reference or global id of the client's goal."),
        new("note", "At most 2000 characters."),
    ];

    protected override TimeDraft Draft(ImportRow row, Guid clientId, ClientReferences references)
    {
        row.RequiredText("person");
        return new(
            clientId,
            row.RequiredText("external_reference"),
            references.Person(row) ?? Guid.Empty,
            row.RequiredDay("date"),
            row.RequiredNumber("hours"),
            references.Channel(row, clientId),
            references.Campaign(row, clientId),
            references.Goal(row, clientId),
            row.Text("note")
        );
    }

    protected override void Check(InputChecks checks, TimeDraft draft) => TimeChecks.Apply(checks, draft);

    protected override Task<IReadOnlyList<FactResult<TimeEntry>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<TimeDraft> drafts,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => TimeIntake.StoreAsync(session, drafts, now, cancellationToken);
}
