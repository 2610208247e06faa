using AgencyRoi.Metrics.Statistics;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Streams;

/// <summary>Contacts that did not have to be answered one by one.</summary>
/// <param name="Contacts">That would have come; for an answer that serves many, all contacts that ended with it.</param>
/// <param name="IsOneToMany">True for one answer read by many: the first reader is served by writing it, only the others are a reuse.</param>
/// <param name="DeflectionRate">The share that was served without a contact. Views are no deflections.</param>
/// <param name="RecontactRate">The share of those that came back all the same.</param>
/// <param name="CostPerContact">Handling minutes / 60 × loaded hourly cost, or support cost / contacts.</param>
/// <param name="ContentCost">Of writing and moderating, where it is not entered as a cost.</param>
/// <param name="IsCashable">True only when hours or headcount really fall.</param>
public sealed record DeflectionInput(
    decimal Contacts,
    bool IsOneToMany,
    Estimate DeflectionRate,
    Estimate RecontactRate,
    Estimate CostPerContact,
    decimal ContentCost,
    bool IsCashable
) : IStreamInput
{
    public IEnumerable<InputFault> Faults() =>
        Checks.Of(
            Checks.NotNegative(nameof(Contacts), Contacts),
            Checks.Share(nameof(DeflectionRate), DeflectionRate),
            Checks.Share(nameof(RecontactRate), RecontactRate),
            Checks.NotNegative(nameof(CostPerContact), CostPerContact),
            Checks.NotNegative(nameof(ContentCost), ContentCost)
        );
}

/// <summary>
/// Saving = contacts × deflection × (1 - re-contact) × cost per contact - content and moderation cost. It is money only when hours or
/// headcount fall; otherwise it is freed capacity, shown beside the return. Writing that costs more than it saves is a loss.
/// </summary>
public static class ServiceSavings
{
    public static readonly ValuationMethod Method = new("deflected-contacts", 2);

    /// <exception cref="ArgumentException">The input has faults.</exception>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static StreamValue Value(StreamFact fact, DeflectionInput input, ValuationTerms terms)
    {
        Checks.Demand(input);
        var contacts = input.IsOneToMany ? Math.Max(0m, input.Contacts - 1m) : input.Contacts;
        var saving = contacts * input.DeflectionRate * input.RecontactRate.Rest() * input.CostPerContact - input.ContentCost;
        if (!input.IsCashable)
            return StreamValue.Beside(new Memo(MemoReason.CapacityFreed, saving, fact.CurrencyCode));

        var inputs = new Inputs
        {
            { "contacts", contacts },
            { "isOneToMany", input.IsOneToMany },
            { "deflectionRate", input.DeflectionRate },
            { "recontactRate", input.RecontactRate },
            { "costPerContact", input.CostPerContact },
            { "contentCost", input.ContentCost },
        };
        return StreamValue.Of(
            StreamEntry.Of(
                fact,
                ValueStream.ServiceSavings,
                ValuationBasis.Stated,
                $"contacts:{fact.ExternalReference}",
                Method,
                EvidenceGrade.B,
                saving,
                inputs,
                terms,
                contacts
            )
        );
    }
}
