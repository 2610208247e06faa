using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using FsCheck;
using FsCheck.Fluent;

namespace AgencyRoi.Metrics.Tests.Streams;

public sealed class StreamPropertyTests
{
    public static TheoryData<string, StreamValue> All =>
        new()
        {
            { "THOUGHT_LEADERSHIP", ThoughtLeadership.Value(Given.Fact(), Given.Appearance, Given.Terms) },
            { "RELATIONSHIPS", Retention.Value(Given.Fact(), Given.Cohorts, Given.Terms) },
            { "WORD_OF_MOUTH", WordOfMouth.Value(Given.Fact(), Given.Referred, Given.Terms) },
            { "REPUTATION", RatingChange.Value(Given.Fact(), Given.Rating, Given.Terms) },
            { "REPUTATION", CareCase.Value(Given.Fact(), Given.Care, Given.Terms) },
            { "AUTHORITY", Authority.Value(Given.Fact(), Given.Link, Given.Terms) },
            { "INDIRECT_SALES", IndirectSales.Value(Given.Fact(), Given.Assisted, Given.Terms) },
            { "SERVICE_SAVINGS", ServiceSavings.Value(Given.Fact(), Given.Deflected, Given.Terms) },
            { "CONTENT_AND_LEARNING", ContentAndLearning.Value(Given.Fact(), Given.Reused, Given.Terms) },
            { "MARKET_INSIGHT", MarketInsight.Value(Given.Fact(), Given.Measured, Given.Terms) },
            { "ADVERTISING_EFFICIENCY", AdvertisingEfficiency.Value(Given.Fact(), Given.Cheaper, Given.Terms) },
        };

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void A_line_names_its_stream_unit_method_and_inputs_and_holds_its_amount_within_bounds(string stream, StreamValue value)
    {
        Assert.NotEmpty(value.Entries);
        Assert.All(
            value.Entries,
            line =>
            {
                Assert.Equal(
                    (stream, EntrySide.Value, Viewpoint.Client, true),
                    (line.Kind.Code, line.Kind.Side, line.Viewpoint, line.IsClaim)
                );
                Assert.Equal(
                    ValueStreams.ReturnClassOf(EnumCode.Parse<ValueStream>(stream), line.Kind.Basis!.Value),
                    line.Kind.ReturnClass
                );
                Assert.Contains(':', line.Unit);
                Assert.True(line.Method.Version >= 1 && line.Inputs.Count >= 3 && line.Inputs.ContainsKey("factor"));
                Assert.True(line.Client.Low <= line.Client.Amount && line.Client.Amount <= line.Client.High);
                Assert.Equal(
                    LedgerRounding.Of(
                        line.Unrounded!.Client.Amount,
                        EvidenceFactors.Default.Of(line.Kind.ReturnClass, line.Kind.Grade!.Value)
                    ),
                    line.Client.Adjusted
                );
            }
        );
    }

    [Fact]
    public void Both_currencies_come_from_the_exact_amount_at_the_rates_and_factors_of_the_day()
    {
        var terms = new ValuationTerms(
            (currency, day) =>
                (currency, day.Month) == ("EUR", 5) ? new(2m, 0.5m) : throw new InvalidOperationException("Another day was asked for."),
            _ => EvidenceFactors.Default with { B = 0.6m }
        );

        var line = Assert.Single(ServiceSavings.Value(Given.Fact(), Given.Deflected, terms).Entries);

        Assert.Equal((1_600m, 3_200m, 800m), (line.OriginalAmount, line.Client.Amount, line.Agency.Amount));
        Assert.Equal(1_920m, line.Client.Adjusted);
    }

    [Fact]
    public void Each_month_of_a_link_takes_the_rates_of_its_own_day()
    {
        var terms = new ValuationTerms((_, day) => new(day.Year == 2024 ? 1m : 2m, 1m), _ => EvidenceFactors.Default);

        var lines = Authority.Value(Given.Fact(), Given.Link, terms).Entries;

        Assert.Equal(138.5507m, lines[12].Client.Amount);
        Assert.Equal(69.2754m, lines[11].Client.Amount);
    }

    [Fact]
    public void Each_price_is_converted_from_its_own_currency()
    {
        var terms = new ValuationTerms((currency, _) => new(currency == "USD" ? 0.9m : 1m, 1m), _ => EvidenceFactors.Default);
        KeywordVisits[] visits = [new(Key(1), 10m, 0m, false, false), new(Key(2), 10m, 0m, false, false)];
        KeywordPrice[] prices = [new(Key(1), new(1m, "EUR")), new(Key(2), new(1m, "USD"))];

        Assert.Equal([10m, 9m], Traffic.Value(visits, prices, terms).Lines.Select(line => line.Client.Amount));
    }

    [Fact]
    public void Traffic_is_the_same_in_any_order_of_arrival() =>
        Prop.ForAll<byte[], int>(
                (bytes, seed) =>
                {
                    var visits = bytes
                        .Select(
                            (value, place) =>
                                new KeywordVisits(
                                    Key(value % 7),
                                    value,
                                    value / 3,
                                    value % 5 == 0,
                                    value % 11 == 0,
                                    new(ChannelId: Id(place % 2))
                                )
                        )
                        .ToArray();
                    KeywordPrice[] prices = [.. Enumerable.Range(0, 5).Select(number => new KeywordPrice(Key(number), new(number, "EUR")))];
                    var before = Traffic.Value(visits, prices, Given.Terms);
                    new Random(seed).Shuffle(visits);
                    var after = Traffic.Value(visits, prices, Given.Terms);
                    return Told(before) == Told(after);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_visit_is_priced_held_out_listed_or_paid() =>
        Prop.ForAll<byte[]>(bytes =>
            {
                var visits = bytes.Select(value => new KeywordVisits(Key(value % 7), value, value / 3, value % 5 == 0, false)).ToArray();
                KeywordPrice[] prices = [.. Enumerable.Range(0, 5).Select(number => new KeywordPrice(Key(number), new(number + 1, "EUR")))];
                var value = Traffic.Value(visits, prices, Given.Terms);
                var told = value.Lines.Sum(line => line.Quantity) + value.HeldOut.Sum(item => item.Visits);
                return told + value.Unpriced.Sum(item => item.Visits) + value.PaidVisits == visits.Sum(each => each.Visits);
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Several_visits_are_worth_their_share_of_the_path()
    {
        var seen = Given.Assisted with { Origin = AssistOrigin.MultiVisit, ReportedShare = null, Visits = 2m, AllVisits = 3m };

        var line = Assert.Single(IndirectSales.Value(Given.Fact(), seen, Given.Terms).Entries);

        Assert.Equal((0.66666666m, EvidenceGrade.B, 300m), (line.Share, line.Kind.Grade, line.Client.Amount));
        Assert.Empty(IndirectSales.Value(Given.Fact(), seen with { Visits = 0m }, Given.Terms).Entries);
    }

    private static string Told(TrafficValue value) =>
        string.Join(
            '|',
            value.Lines.Select(line => $"{line.Unit} {line.Client} {line.Dimensions}").Concat(value.Unpriced.Select(item => $"{item}"))
        );

    private static KeywordMonth Key(int number) => new($"term {number}", "DE", Day("2024-05-01"));

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
