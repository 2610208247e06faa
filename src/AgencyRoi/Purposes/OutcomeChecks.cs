using AgencyRoi.Errors;

namespace AgencyRoi.Purposes;

internal static class OutcomeChecks
{
    /// <summary>What holds for an outcome however it is written.</summary>
    public static void Apply(InputChecks checks, OutcomeDraft draft)
    {
        checks.Day(draft.OccurredOn, "occurredOn");
        checks.Quantity(draft.Quantity, "quantity");
        checks.Text(draft.Note, "note", longest: 2000);
        checks.Text(draft.ExternalReference, "externalReference");
        checks.Text(draft.LeadReference, "leadReference");
        checks.Text(draft.OrderReference, "orderReference");
        checks.Text(draft.ContactReference, "contactReference");
    }
}
