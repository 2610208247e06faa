using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Valuation;

namespace AgencyRoi.Records.Costs;

/// <summary>A cost as somebody states it.</summary>
internal sealed record CostStatement : ClientStatement, IPaidStatement
{
    private const int MostMonths = 60;
    private const string BelowZero =
        "A cost is not below zero: what was given back is a credit, with isCredit true and an amount above zero.";

    /// <summary>What it was for.</summary>
    [InFile]
    public required CostCategory Category { get; init; }

    /// <summary>The day of the service, in the client's time zone.</summary>
    [InFile("The day of the service, as 2025-12-31.")]
    public required DateOnly OccurredOn { get; init; }

    /// <summary>Net of tax, zero or above, in units of the currency; of a credit, above zero. Zero is a cost too.</summary>
    [InFile("Net of tax, as 1234.50; below zero, as -25.00, it is a credit of 25.00 against the category.", Number = FileNumber.Amount)]
    public required decimal Amount { get; init; }

    /// <summary>ISO 4217: what it was paid in.</summary>
    [InFile("ISO 4217.")]
    public required string Currency { get; init; }

    /// <summary>Who paid: the client, or the agency.</summary>
    [InFile(Otherwise = PaidBy.Client)]
    public required PaidBy PaidBy { get; init; }

    /// <summary>The client's channel it was spent on.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; init; }

    /// <summary>The client's campaign it was spent on.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; init; }

    /// <summary>The client's goal it was spent for.</summary>
    [ID<Goal>]
    public GoalId? GoalId { get; init; }

    /// <summary>The cost in words, for people to read, at most 2000 characters.</summary>
    [InFile("At most 2000 characters.")]
    public string? Description { get; init; }

    /// <summary>Whether the amount is an assumption and not from a bill.</summary>
    [InFile("true when the amount is not from a bill; false is the default.")]
    public bool IsAssumed { get; init; }

    /// <summary>Over how many months, from its day on, it is spread by day: 2 to 60, for TRAINING and CONFERENCE. Null: it counts on its day.</summary>
    [InFile("Over how many months, from its day on, it is spread by day: 2 to 60, for TRAINING and CONFERENCE.")]
    public int? SpreadMonths { get; init; }

    /// <summary>
    /// Whether it is a credit: what a platform or supplier gave back. It counts minus its amount, against its category, on its own day.
    /// </summary>
    public bool IsCredit { get; init; }

    /// <summary>The number of the supplier's invoice, at most 100 characters.</summary>
    [InFile("The number of the supplier's invoice, at most 100 characters.")]
    public string? InvoiceNumber { get; init; }

    public override DateOnly Day => OccurredOn;

    public CostFact Fact() =>
        new(
            ExternalReference,
            Category,
            OccurredOn,
            new Money(Amount, Currency),
            PaidBy,
            new Dimensions(ChannelId?.Value, CampaignId?.Value, GoalId?.Value),
            SpreadMonths,
            IsCredit
        );

    public override void Check(FactChecks checks)
    {
        checks.Amount(Amount, "amount", BelowZero);
        checks.Require(!IsCredit || Amount != 0m, "amount", "A credit is above zero.");
        checks.Payable(Amount, Currency, "amount");
        checks.Currency(Currency);
        checks.Text(Description, "description", longest: 2000);
        checks.Text(InvoiceNumber, "invoiceNumber", longest: 100);
        checks.OwnKey(ExternalReference);
        checks.Agreed(OccurredOn, "occurredOn");
        checks.Require(
            SpreadMonths is null or (>= 2 and <= MostMonths),
            "spreadMonths",
            $"A cost is spread over 2 to {MostMonths} months."
        );
        checks.Require(
            SpreadMonths is null || Category is CostCategory.Training or CostCategory.Conference,
            "spreadMonths",
            "Only training and conferences are spread."
        );
    }
}
