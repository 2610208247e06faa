using System.ComponentModel.DataAnnotations.Schema;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Sales;

/// <summary>A refund as somebody states it. Its client and its currency are those of its sale.</summary>
internal sealed record RefundStatement : FactStatement
{
    /// <summary>The sale.</summary>
    [ID<Sale>]
    [GivenOnce]
    public required Guid SaleId { get; init; }

    /// <summary>The day of the refund, in the client's time zone.</summary>
    [InFile("The day of the refund, as 2025-12-31.")]
    public required DateOnly OccurredOn { get; init; }

    /// <summary>Net of tax, above zero, in the sale's currency.</summary>
    [InFile("Net of tax, above zero, as 1234.50; the refunds of a sale together are no more than the sale.", Number = FileNumber.Amount)]
    public required decimal Amount { get; init; }

    /// <summary>Why it was given, at most 2000 characters.</summary>
    [InFile("Why it was given, at most 2000 characters.")]
    public string? Reason { get; init; }

    /// <summary>ISO 4217: that of the sale, which it is without one.</summary>
    [NotMapped]
    [InFile("ISO 4217: that of the sale, which it is without one.")]
    public string? Currency { get; init; }

    public override DateOnly Day => OccurredOn;

    public override void Check(FactChecks checks)
    {
        checks.Amount(Amount, "amount");
        checks.Require(Amount != 0, "amount", "A refund is above zero.");
        checks.Currency(Currency);
        checks.Happened(OccurredOn, "occurredOn");
        checks.Text(Reason, "reason", longest: 2000);
        checks.OwnKey(ExternalReference);
    }

    public RefundFact Fact(string currency) => new(ExternalReference, OccurredOn, new Money(Amount, currency));

    /// <summary>Whether they say the same: the currency is given to be compared with the sale's, and says nothing more.</summary>
    public bool Equals(RefundStatement? other) =>
        other is not null
        && (SaleId, ExternalReference, OccurredOn, Amount, Reason)
            == (other.SaleId, other.ExternalReference, other.OccurredOn, other.Amount, other.Reason);

    public override int GetHashCode() => ExternalReference.GetHashCode(StringComparison.Ordinal);
}
