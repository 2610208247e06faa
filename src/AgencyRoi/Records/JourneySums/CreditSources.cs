namespace AgencyRoi.Records.JourneySums;

/// <summary>By what a row of credits is credited, as it is stored.</summary>
internal static class CreditSources
{
    public const string FirstTouch = "FIRST_TOUCH";

    public const string LastTouch = "LAST_TOUCH";

    public const string Linear = "LINEAR";

    public const string Position = "POSITION";

    /// <summary>The client's own policy, of each conversion's day.</summary>
    public const string Policy = "POLICY";

    /// <summary>What buyers named when asked.</summary>
    public const string Buyer = "BUYER";
}
