using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Contacts.Profiles;

/// <summary>An offer to a contact, as somebody states it.</summary>
internal sealed record ContactOfferStatement : ContactStatement
{
    /// <summary>The code of the offer: 1 to 50 capital letters, digits and underscores, beginning with a letter. Offers of one code are counted together.</summary>
    [InFile("The code of the offer: capital letters, digits and underscores. Offers of one code are counted together.", Column = "offer")]
    public required string OfferCode { get; init; }

    /// <summary>The day on which it was made, in the client's time zone.</summary>
    [InFile("The day on which it was made, as 2025-12-31.")]
    public required DateOnly OccurredOn { get; init; }

    /// <summary>The code of an attribute of the client's profiles that says a need; given together with the value.</summary>
    [InFile("The code of the attribute that says the need which the offer is to answer.", Column = "need")]
    public string? NeedCode { get; init; }

    /// <summary>The value of the need which the offer is for, as the attribute has it.</summary>
    [InFile("The value of the need which the offer is for.")]
    public string? NeedValue { get; init; }

    /// <summary>The client's channel by which it was made.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; init; }

    /// <summary>The client's campaign that it was part of.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; init; }

    /// <summary>The answer; none yet when it is not given.</summary>
    [InFile]
    public OfferAnswer? Answer { get; init; }

    /// <summary>The day of the answer, in the client's time zone; given together with it.</summary>
    [InFile("The day of the answer, as 2025-12-31.")]
    public DateOnly? AnsweredOn { get; init; }

    public override DateOnly Day => OccurredOn;

    protected override string DayField => "occurredOn";

    protected override void CheckDays(FactChecks checks)
    {
        base.CheckDays(checks);
        checks.Happened(AnsweredOn, "answeredOn");
    }

    protected override void CheckContent(InputChecks checks)
    {
        checks.Code(OfferCode, "offerCode");
        checks.Code(NeedCode, "needCode");
        checks.Text(NeedValue, "needValue", ProfileAttributeChecks.LongestValue);
        checks.Compare((NeedCode is null) == (NeedValue is null), "needCode", "needValue", "A need and its value are given together.");
        checks.Compare((Answer is null) == (AnsweredOn is null), "answeredOn", "answer", "An answer and its day are given together.");
        checks.Require(
            AnsweredOn is null || AnsweredOn >= OccurredOn || checks.IsFaulty("answeredOn") || checks.IsFaulty("occurredOn"),
            "answeredOn",
            "An offer is answered on its day or later."
        );
    }
}
