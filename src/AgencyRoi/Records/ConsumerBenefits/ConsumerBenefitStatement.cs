using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.ConsumerBenefits;

/// <summary>A benefit to people as somebody states it: of all who got it on a day together. No name, no key and no address of anybody.</summary>
internal sealed record ConsumerBenefitStatement : ObservationStatement
{
    /// <summary>The kind.</summary>
    [InFile]
    public required ConsumerBenefitKind Kind { get; init; }

    /// <summary>How many people got it; a whole number of at least 1.</summary>
    [InFile("How many people got it; a whole number of at least 1.", Number = FileNumber.Quantity)]
    public required decimal PeopleCount { get; init; }

    /// <summary>Its worth to all of them together, in units of the currency; of every kind but TIME_SAVED.</summary>
    [InFile("Its worth to all of them together, as 1234.50; of every kind but TIME_SAVED.", Number = FileNumber.Amount)]
    public decimal? Amount { get; init; }

    /// <summary>The hours that all of them together did not have to spend; of TIME_SAVED alone.</summary>
    [InFile("The hours that all of them together did not have to spend; of TIME_SAVED alone.", Number = FileNumber.Quantity)]
    public decimal? HoursSaved { get; init; }

    /// <summary>The worth of an hour to one of them, given together with hours that they saved or spent.</summary>
    [InFile("The worth of an hour to one of them, given together with hours.", Number = FileNumber.Amount)]
    public decimal? HourlyWorth { get; init; }

    /// <summary>ISO 4217: the currency of all amounts here.</summary>
    [InFile("ISO 4217.")]
    public required string Currency { get; init; }

    /// <summary>How the worth is known.</summary>
    [InFile]
    public required ConsumerBenefitBasis Basis { get; init; }

    /// <summary>The method in words, for people to read, at most 2000 characters: the survey, the price list, who states it. It names no consumer.</summary>
    [InFile("How the worth was found, at most 2000 characters; no consumer's name.")]
    public string? Method { get; init; }

    /// <summary>
    /// The money that all of them together gave up for it, zero or above. The price of goods is none of it, unless the worth of the goods is in the worth. Left out: nobody
    /// measured it.
    /// </summary>
    [InFile("The money that all of them together gave up for it; empty when nobody measured it.", Number = FileNumber.Amount)]
    public decimal? CostAmount { get; init; }

    /// <summary>The hours that all of them together spent on it. Left out: nobody measured them.</summary>
    [InFile("The hours that all of them together spent on it; empty when nobody measured them.", Number = FileNumber.Quantity)]
    public decimal? HoursSpent { get; init; }

    /// <summary>The client's channel by which they got it.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; init; }

    /// <summary>The client's campaign that it was part of.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; init; }

    /// <summary>The client's goal that it was given for.</summary>
    [ID<Goal>]
    public GoalId? GoalId { get; init; }

    /// <summary>The code of the offer by which they got it, as offers to contacts have it.</summary>
    [InFile("The code of the offer by which they got it: capital letters, digits and underscores.", Column = "offer")]
    public string? OfferCode { get; init; }

    protected override void CheckContent(InputChecks checks)
    {
        checks.People(PeopleCount, "peopleCount");
        checks.Require(PeopleCount >= 1m || checks.IsFaulty("peopleCount"), "peopleCount", "At least one person got it.");
        checks.Currency(Currency);
        CheckAmount(checks, Amount, "amount");
        CheckAmount(checks, HourlyWorth, "hourlyWorth");
        CheckAmount(checks, CostAmount, "costAmount");
        checks.Quantity(HoursSaved, "hoursSaved");
        checks.Quantity(HoursSpent, "hoursSpent");
        var isTime = Kind == ConsumerBenefitKind.TimeSaved;
        checks.Require(
            isTime == HoursSaved is not null || checks.IsFaulty("hoursSaved"),
            "hoursSaved",
            "Hours saved are given of TIME_SAVED, and of no other kind."
        );
        checks.Require(
            isTime == Amount is null || checks.IsFaulty("amount") || checks.IsFaulty("hoursSaved"),
            "amount",
            "An amount is given of every kind but TIME_SAVED, whose hours have a worth."
        );
        checks.Require(
            (HoursSaved ?? HoursSpent) is null == HourlyWorth is null || checks.IsFaulty("hoursSaved") || checks.IsFaulty("hoursSpent"),
            "hourlyWorth",
            "The worth of an hour is given together with hours that were saved or spent."
        );
        checks.Require(
            IsGiven(HoursSaved) && IsGiven(HoursSpent) || checks.IsFaulty("hourlyWorth"),
            "hourlyWorth",
            "The hours together are worth more than the largest amount, 10000000000000."
        );
        checks.Text(Method, "method", longest: 2000);
        checks.Code(OfferCode, "offerCode");
    }

    private static void CheckAmount(InputChecks checks, decimal? amount, string field)
    {
        if (amount is { } given)
            checks.Amount(given, field);
    }

    // Divided, since the product of a large quantity and a large amount has no place in a decimal.
    private bool IsGiven(decimal? hours) =>
        hours is not > 0m || HourlyWorth is not { } worth || worth <= AmountBounds.LargestGiven / hours.Value;
}
