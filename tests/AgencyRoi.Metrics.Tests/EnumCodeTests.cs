namespace AgencyRoi.Metrics.Tests;

public sealed class EnumCodeTests
{
    [Fact]
    public void Streams_are_spelled_and_ordered_as_the_ledger_knows_them()
    {
        string[] codes =
        [
            "DIRECT_SALES",
            "CONVERSIONS",
            "TRAFFIC",
            "THOUGHT_LEADERSHIP",
            "RELATIONSHIPS",
            "WORD_OF_MOUTH",
            "REPUTATION",
            "AUTHORITY",
            "INDIRECT_SALES",
            "SERVICE_SAVINGS",
            "CONTENT_AND_LEARNING",
            "MARKET_INSIGHT",
            "ADVERTISING_EFFICIENCY",
        ];

        Assert.Equal(codes, EnumCode.All<ValueStream>());
        Assert.All(codes, code => Assert.Equal(code, EnumCode.Of(EnumCode.Parse<ValueStream>(code))));
    }

    [Theory]
    [InlineData("DirectSales")]
    [InlineData("direct_sales")]
    [InlineData("0")]
    [InlineData("")]
    public void Only_the_code_itself_is_read(string text)
    {
        Assert.False(EnumCode.TryParse<ValueStream>(text, out _));
        Assert.Throws<FormatException>(() => EnumCode.Parse<ValueStream>(text));
    }

    [Theory]
    [InlineData(ValueStream.Traffic, ReturnClass.Direct)]
    [InlineData(ValueStream.IndirectSales, ReturnClass.Assisted)]
    [InlineData(ValueStream.ThoughtLeadership, ReturnClass.Indirect)]
    [InlineData(ValueStream.AdvertisingEfficiency, ReturnClass.Indirect)]
    public void Each_stream_has_the_line_of_its_origin_and_what_was_not_bought_the_line_of_cost_avoided(
        ValueStream stream,
        ReturnClass line
    )
    {
        Assert.Equal(line, ValueStreams.OriginOf(stream));
        Assert.All(
            Enum.GetValues<ValuationBasis>(),
            basis =>
                Assert.Equal(
                    basis == ValuationBasis.ReplacementCost ? ReturnClass.CostAvoided : line,
                    ValueStreams.ReturnClassOf(stream, basis)
                )
        );
    }

    [Fact]
    public void Figures_inside_a_name_start_no_word() => Assert.Equal(["B2B", "B2B2C", "SIGN_UP"], EnumCode.All<Spelled>());

    [Fact]
    public void A_single_letter_is_a_word() => Assert.Equal(["W_SHAPED", "INVERSE_J_SHAPED", "OF_A_DAY"], EnumCode.All<Lettered>());

    private enum Lettered
    {
        WShaped,
        InverseJShaped,
        OfADay,
    }

    private enum Spelled
    {
        B2B,
        B2B2C,
        SignUp,
    }
}
