using System.Text.Json.Serialization;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>
/// What the client's other facts say about a fact when it is valued. It is stored with the fact: when something else is recorded that changes it,
/// the fact is valued anew, so that the order in which facts arrive plays no part.
/// </summary>
/// <param name="Margin">The client's margin as a share; null when none was known. It stays as it was when the fact was stated.</param>
/// <param name="Booked">What the ledger counts already as sales of the fact's own contacts in its days, in the content's currency.</param>
/// <param name="Exclusion">Why a referral is no part of the client's chain.</param>
/// <param name="PricedTraffic">First days of the months in which the traffic of a link's page is priced by keyword.</param>
internal sealed record ValuationSurroundings(
    decimal? Margin,
    decimal Booked = 0m,
    ReferralExclusion? Exclusion = null,
    IReadOnlyList<DateOnly>? PricedTraffic = null
)
{
    [JsonIgnore]
    public string Text => StoredJson.Write(this);
}
