using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Metrics.Statistics;

namespace AgencyRoi.Records.Audience;

/// <summary>Figures of an audit: a sample of at least one account.</summary>
internal static class AuditFigures
{
    /// <summary>With six places, and Wilson's interval at 95 %.</summary>
    public static IndirectValue.Estimate InauthenticShare(decimal inauthentic, decimal sample)
    {
        var share = Wilson.Rate(inauthentic, sample)!.Value; // a sample has at least one account
        return new(Rounded(share.Amount), Rounded(share.Low), Rounded(share.High));

        static decimal Rounded(decimal number) => decimal.Round(number, 6, MidpointRounding.AwayFromZero);
    }

    /// <summary>Gross followers × (1 - inauthentic share), with the interval of the share; whole people, rounded once, half to even.</summary>
    public static IndirectValue.Estimate RealFollowers(decimal grossFollowers, decimal inauthentic, decimal sample)
    {
        var people = PeopleCount.Whole(EffectiveAudience.Of(grossFollowers, inauthentic, sample)!.Value); // as above
        return new(people.Amount, people.Low, people.High);
    }
}
