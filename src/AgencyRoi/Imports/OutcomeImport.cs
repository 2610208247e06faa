using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.Intake;
using AgencyRoi.Purposes;

namespace AgencyRoi.Imports;

internal sealed class OutcomeImport : FactImport<OutcomeDraft, Outcome>
{
    public override string Name => "outcomes";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("client", "The client's external reference or global id.", IsRequired: true),
        new("external_reference", "The outcome's key in your system; sent again, the row is a correction.", IsRequired: true),
        new("goal", "External reference or global id of the client's goal; it is active.", IsRequired: true),
        new("date", "The day, as 2025-12-31.", IsRequired: true),
        new("quantity", "How many units of the goal's indicator, zero or above, at most four places.", IsRequired: true),
        new("channel", "External reference or global id of the client's channel; without one that of the goal."),
        new("campaign", "External reference or global id of the client's campaign; without one that of the goal."),
        new("note", "At most 2000 characters."),
    ];

    protected override OutcomeDraft Draft(ImportRow row, Guid clientId, ClientReferences references)
    {
        row.RequiredText("goal");
        return new OutcomeDraft(
            references.Goal(row, clientId) ?? Guid.Empty,
            row.RequiredText("external_reference"),
            row.RequiredDay("date"),
            row.RequiredNumber("quantity"),
            references.Channel(row, clientId),
            references.Campaign(row, clientId),
            row.Text("note")
        );
    }

    protected override void Check(InputChecks checks, OutcomeDraft draft) => OutcomeChecks.Apply(checks, draft);

    protected override Task<IReadOnlyList<FactResult<Outcome>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<OutcomeDraft> drafts,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => OutcomeIntake.StoreAsync(session, drafts, now, cancellationToken);
}
