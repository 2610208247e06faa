using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Tests.Streams;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Tests.Methodology;

public sealed class Section10ServiceTests
{
    [Theory]
    [InlineData("0", "1600")]
    [InlineData("0.1", "1440")]
    public void Five_hundred_tickets_at_forty_percent_and_eight_each(string recontact, string saving)
    {
        var input = Given.Deflected with { RecontactRate = Number(recontact) };

        Assert.Equal(Number(saving), Given.Single(ServiceSavings.Value(Given.Fact(), input, Given.Terms)).Amount);
    }

    [Fact]
    public void An_answer_to_many_counts_its_readers_after_the_first()
    {
        var input = Given.Deflected with { IsOneToMany = true, Contacts = 501m };

        Assert.Equal(1_600m, Given.Single(ServiceSavings.Value(Given.Fact(), input, Given.Terms)).Amount);
    }

    [Fact]
    public void A_higher_re_contact_lowers_the_saving_at_every_end()
    {
        var input = Given.Deflected with { RecontactRate = new(0.1m, 0.2m, 0.5m), ContentCost = 100m };

        var value = Given.Single(ServiceSavings.Value(Given.Fact(), input, Given.Terms));

        Assert.Equal((700m, 1_180m, 1_340m), (value.Low, value.Amount, value.High));
    }
}
