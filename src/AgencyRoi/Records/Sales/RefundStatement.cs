using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Sales;

/// <summary>A refund as somebody states it.</summary>
/// <param name="Currency">Null: the sale's.</param>
/// <param name="Path">The way to it in a mutation's input.</param>
internal sealed record RefundStatement(
    Guid SaleId,
    string ExternalReference,
    DateOnly OccurredOn,
    decimal Amount,
    string? Currency,
    string? Reason,
    IReadOnlyList<string> Path
)
{
    /// <summary>Whether a known key is refused unless its refund says the same.</summary>
    public bool ExpectsNew { get; init; }

    /// <summary>What holds for a refund however it is written.</summary>
    public void Check(FactChecks checks)
    {
        checks.Amount(Amount, "amount");
        checks.Require(Amount != 0, "amount", "A refund is above zero.");
        checks.Currency(Currency);
        checks.Happened(OccurredOn, "occurredOn");
        checks.Text(Reason, "reason", longest: 2000);
        checks.OwnKey(ExternalReference);
    }

    public string[] PathOf(string field) => [.. Path, field];

    public RefundFact Fact(string currency) => new(ExternalReference, OccurredOn, new Money(Amount, currency));
}
