using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Outcomes;

internal static class OutcomeChecks
{
    /// <summary>What holds for an outcome however it is written.</summary>
    public static void Apply(FactChecks checks, OutcomeStatement statement)
    {
        checks.Happened(statement.OccurredOn, "occurredOn");
        checks.Quantity(statement.Quantity, "quantity");
        checks.Text(statement.Note, "note", longest: 2000);
        checks.OwnKey(statement.ExternalReference);
        checks.Key(statement.LeadReference, "leadReference");
        checks.Key(statement.OrderReference, "orderReference");
        checks.Key(statement.ContactReference, "contactReference");
    }
}
