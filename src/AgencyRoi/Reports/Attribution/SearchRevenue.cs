namespace AgencyRoi.Reports.Attribution;

/// <summary>
/// Value that a model credits to search engines, and the parts of it that the client's attribution policy declares to be owed to other work. It is a memo: these parts
/// are in the value already, and in no return a second time.
/// </summary>
/// <param name="Value">All that is credited to channels on search engines.</param>
/// <param name="OwedToSocial">The part owed to the work on social media.</param>
/// <param name="OwedToAuthority">The part owed to the authority of what is published.</param>
internal sealed record SearchRevenue(Money Value, Money OwedToSocial, Money OwedToAuthority);
