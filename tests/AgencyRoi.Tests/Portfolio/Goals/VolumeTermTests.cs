using AgencyRoi.Portfolio.Goals;

namespace AgencyRoi.Tests.Portfolio.Goals;

public sealed class VolumeTermTests
{
    private static readonly string[] Languages = ["de", "en", "es", "fr", "gl", "it", "pt"];

    [Theory]
    [InlineData("Number of Facebook fans", "FOLLOWERS")]
    [InlineData("10,000 followers on X", "FOLLOWERS")]
    [InlineData("Total likes & reach", "LIKES")]
    [InlineData("organic reach growth", "REACH")]
    [InlineData("IMPRESSIONS", "IMPRESSIONS")]
    [InlineData("monthly video views", "VIEWS")]
    [InlineData("Websitebesuche", "VISITS")]
    [InlineData("CTR", "CLICKS")]
    [InlineData("veces compartido", "SHARES")]
    [InlineData("taux d'engagement", "ENGAGEMENT")]
    [InlineData("share of voice", "SHARE_OF_VOICE")]
    [InlineData("tempo médio na página", "TIME_SPENT")]
    public void An_audience_that_is_only_counted_is_a_volume_metric(string indicator, string metric) =>
        Assert.Equal(metric, VolumeTerm.Of(indicator)?.Metric);

    [Theory]
    [InlineData("customers who reach the checkout")]
    [InlineData("comments")]
    [InlineData("enquiries")]
    [InlineData("newsletter subscribers")]
    [InlineData("paying subscribers")]
    [InlineData("followers who became customers")]
    [InlineData("views of the price list")]
    [InlineData("solved complaints")]
    [InlineData("demo requests from LinkedIn")]
    [InlineData("number of new")]
    [InlineData("visits to the shop with a purchase")]
    [InlineData("share of complaints solved")]
    [InlineData("s")]
    [InlineData("")]
    public void An_indicator_that_says_what_people_do_passes(string indicator) => Assert.Null(VolumeTerm.Of(indicator));

    [Theory]
    [InlineData("visits to the shop", null)]
    [InlineData("visits to the shop's website", "VISITS")]
    [InlineData("likes of the shop", "LIKES")]
    [InlineData("newsletter clicks", "CLICKS")]
    public void Only_the_way_to_a_place_and_an_address_that_is_given_are_deeds(string indicator, string? metric) =>
        Assert.Equal(metric, VolumeTerm.Of(indicator)?.Metric);

    [Theory]
    [InlineData("followers who handed in a recipe", null)]
    [InlineData("followers who liked a recipe", "FOLLOWERS")]
    [InlineData("follower che condividono, e che cucinano", null)]
    public void Who_they_are_counts_by_what_they_did_last(string indicator, string? metric) =>
        Assert.Equal(metric, VolumeTerm.Of(indicator)?.Metric);

    [Theory]
    [InlineData("ＦＯＬＬＯＷＥＲＳ")]
    [InlineData("𝐟𝐨𝐥𝐥𝐨𝐰𝐞𝐫𝐬")]
    [InlineData("fol\u00ADlow\u200Bers")]
    [InlineData("f\u0301ollowers")]
    public void Letters_are_read_without_width_style_and_accents(string indicator) =>
        Assert.Equal("FOLLOWERS", VolumeTerm.Of(indicator)?.Metric);

    [Fact]
    public void A_composed_accent_is_the_same_as_one_that_is_combined() =>
        Assert.Equal(FoldedWords.Of("Impressões PORTÉE größe cœur"), FoldedWords.Of("impresso\u0303es porte\u0301e gro\u0308sse coeur"));

    [Fact]
    public void What_lies_behind_the_longest_text_is_not_read()
    {
        var padding = new string(' ', FoldedWords.LongestText);

        Assert.Null(VolumeTerm.Of(padding + "followers"));
        Assert.Equal(FoldedWords.LongestText / 2, FoldedWords.Of(string.Concat(Enumerable.Repeat("a ", 1_000_000))).Length);
    }

    [Fact]
    public void Every_language_has_words_of_every_kind()
    {
        var rows = GoalData.Table("volume-words.csv").ToLookup(row => row[1], row => row[0]);

        Assert.Equal([.. VolumeTerm.All.Keys, "LIST", "PLACE", "PLAIN", "DEED", "WHO"], rows.Select(row => row.Key).ToHashSet());
        Assert.All(rows, row => Assert.Equal(Languages, row.Order()));
    }

    [Fact]
    public void No_form_stands_under_two_kinds()
    {
        var forms =
            from row in GoalData.Table("volume-words.csv")
            from form in row[2].Split('|')
            select (Phrase: string.Join(' ', VolumePhrase.Parse("", form).Words), Kind: row[1]);

        Assert.Empty(
            forms.Distinct().GroupBy(form => form.Phrase, form => form.Kind).Where(form => form.Count() > 1).Select(form => form.Key)
        );
    }

    [Fact]
    public void What_is_to_be_counted_instead_is_itself_no_volume_metric()
    {
        var advice = VolumeTerm
            .All.Values.SelectMany(term => term.CountInstead)
            .Concat(GoalData.Table("goal-indicators.csv").Select(row => row[1]));

        Assert.All(advice, indicator => Assert.Null(VolumeTerm.Of(indicator)));
        Assert.All(VolumeTerm.All.Values, term => Assert.Equal(3, term.CountInstead.Count));
    }
}
