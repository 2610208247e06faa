using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Outcomes;

internal static class OutcomeChecks
{
    /// <summary>What holds for an outcome however it is written.</summary>
    public static void Apply(FactChecks checks, OutcomeDraft draft)
    {
        checks.Happened(draft.OccurredOn, "occurredOn");
        checks.Quantity(draft.Quantity, "quantity");
        checks.Text(draft.Note, "note", longest: 2000);
        checks.OwnKey(draft.ExternalReference);
        checks.Key(draft.LeadReference, "leadReference");
        checks.Key(draft.OrderReference, "orderReference");
        checks.Key(draft.ContactReference, "contactReference");
    }
}
