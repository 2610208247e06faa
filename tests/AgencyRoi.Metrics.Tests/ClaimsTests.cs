using FsCheck;
using FsCheck.Fluent;

namespace AgencyRoi.Metrics.Tests;

public sealed class ClaimsTests
{
    private static readonly Claim MultiTouch = Of(EvidenceGrade.B, 0.7m);
    private static readonly Claim Referral = Of(EvidenceGrade.C, 0.5m);

    // Methodology, section 15.
    [Fact]
    public void The_stronger_claim_is_served_first_and_the_weaker_cut()
    {
        var served = ClaimOrder.Grant([Referral, MultiTouch]);

        Assert.Equal([(MultiTouch, 0.7m), (Referral, 0.3m)], served);
        Assert.Equal(0.2m, served.Sum(grant => grant.Claim.Claimed - grant.Granted));
    }

    [Fact]
    public void Grade_then_day_then_stream_then_reference_then_fact_decide()
    {
        var last = Of(EvidenceGrade.C, 1m);
        Claim[] stronger =
        [
            last with
            {
                Grade = EvidenceGrade.A,
                OccurredOn = last.OccurredOn.AddDays(9),
            },
            last with
            {
                OccurredOn = last.OccurredOn.AddDays(-1),
                Stream = ValueStream.AdvertisingEfficiency,
            },
            last with
            {
                Stream = ValueStream.DirectSales,
                ExternalReference = "z",
            },
            last with
            {
                ExternalReference = "A",
            },
            last with
            {
                SourceId = new Guid("00000000-0000-0000-0000-000000000001"),
            },
        ];

        Assert.All(stronger, claim => Assert.Equal([claim, last], ClaimOrder.Grant([last, claim]).Select(grant => grant.Claim)));
    }

    [Fact]
    public void Streams_stand_in_the_order_of_the_enum_and_not_of_the_alphabet()
    {
        var sale = Of(EvidenceGrade.C, 1m) with { Stream = ValueStream.DirectSales };
        var learning = sale with { Stream = ValueStream.ContentAndLearning };

        Assert.Equal(sale, ClaimOrder.Grant([learning, sale])[0].Claim);
    }

    [Fact]
    public void References_are_compared_as_the_database_compares_their_bytes()
    {
        var privateUse = Referral with { ExternalReference = "\uE000" };
        var beyondTheBasicPlane = Referral with { ExternalReference = "\U0001F600" };
        var longer = Referral with { ExternalReference = "\uE0001" };

        Assert.Equal(
            [privateUse, longer, beyondTheBasicPlane],
            ClaimOrder.Grant([beyondTheBasicPlane, longer, privateUse]).Select(g => g.Claim)
        );
    }

    [Fact]
    public void Any_order_of_arrival_gives_the_same_grants_and_never_more_than_the_whole() =>
        Prop.ForAll<byte[], int>(
                (bytes, seed) =>
                {
                    var claims = bytes.Select((value, place) => Of((EvidenceGrade)(value % 5), (value % 100 + 1) / 100m, place)).ToArray();
                    var shuffled = claims.ToArray();
                    new Random(seed).Shuffle(shuffled);
                    var grants = ClaimOrder.Grant(claims);
                    return grants.SequenceEqual(ClaimOrder.Grant(shuffled))
                        && grants.Sum(grant => grant.Granted) == Math.Min(1m, claims.Sum(claim => claim.Claimed));
                }
            )
            .QuickCheckThrowOnFailure();

    private static Claim Of(EvidenceGrade grade, decimal share, int number = 99) =>
        new(new Guid(number, 0, 0, new byte[8]), grade, Day("2024-05-01"), ValueStream.WordOfMouth, "ref", share);
}
