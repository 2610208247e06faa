using AgencyRoi.Metrics.Streams;

namespace AgencyRoi.Metrics.Tests.Methodology;

public sealed class Section12EarnedMediaTests
{
    [Theory]
    [InlineData("50000", "10", "0.05", "25.00")]
    [InlineData("250000", "10", "0.85", "2125.00")]
    [InlineData("20000", "2.45", "0.02", "0.98")]
    [InlineData("1000000", "5", "0.02", "100.00")]
    public void A_price_of_attention_by_the_thousand(string impressions, string perThousand, string share, string price)
    {
        var memo = EarnedMedia.OfImpressions(Number(impressions), Number(perThousand), Number(share), "EUR");

        Assert.Equal(Number(price), memo.Figure.Amount);
        Assert.Equal(MemoReason.Equivalence, memo.Reason);
    }

    [Fact]
    public void It_contributes_nothing_to_any_return()
    {
        Assert.Equal(0m, EvidenceFactors.Default.Of(EarnedMedia.Grade));
        Assert.Contains("no return", EarnedMedia.Note);
    }

    [Fact]
    public void A_multiplier_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EarnedMedia.OfImpressions(1_000m, 10m, 3m, "EUR"));
}
