using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Valuation;

namespace AgencyRoi.Records.Subscriptions;

/// <summary>A subscription as somebody states it.</summary>
internal sealed record SubscriptionStatement : ClientStatement, IPaidStatement
{
    private const int LongestTermInDays = 3 * 366;

    /// <summary>The platform or tool, at most 200 characters.</summary>
    [InFile("The platform or tool.")]
    public required string Name { get; init; }

    /// <summary>The first day of the term.</summary>
    [InFile("The first day of the term, as 2025-01-01.")]
    public required DateOnly From { get; init; }

    /// <summary>The first day after it: the term has at most three years.</summary>
    [InFile("The first day after the term, as 2026-01-01 for one that ends with 2025.")]
    public required DateOnly To { get; init; }

    /// <summary>For the whole term, net of tax, zero or above.</summary>
    [InFile("For the whole term, net of tax, zero or above, as 1234.50.", Number = FileNumber.Amount)]
    public required decimal Amount { get; init; }

    /// <summary>ISO 4217. It is converted at the rate of the term's first day.</summary>
    [InFile("ISO 4217.")]
    public required string Currency { get; init; }

    /// <summary>Who paid: the client, or the agency.</summary>
    [InFile(Otherwise = PaidBy.Client)]
    public required PaidBy PaidBy { get; init; }

    public override DateOnly Day => From;

    public SubscriptionFact Fact() => new(ExternalReference, new DateRange(From, To), new Money(Amount, Currency), PaidBy);

    public override void Check(FactChecks checks)
    {
        checks.Text(Name, "name");
        checks.Amount(Amount, "amount");
        checks.Payable(Amount, Currency, "amount");
        checks.Currency(Currency);
        checks.Agreed(From, "from");
        checks.Days(From, To);
        checks.Require(
            To.DayNumber - From.DayNumber <= LongestTermInDays,
            "to",
            "A term has at most three years; a longer one is several."
        );
        checks.OwnKey(ExternalReference);
    }
}
