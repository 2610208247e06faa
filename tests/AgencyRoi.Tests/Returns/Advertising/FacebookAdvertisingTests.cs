using System.Globalization;
using System.Text;
using System.Text.Json;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Tests.Recording.Imports;
using Npgsql;

namespace AgencyRoi.Tests.Returns.Advertising;

/// <summary>
/// The 1,143 real ads of 2017, each a cost, two outcomes and a volume metric, through HTTP: by campaign against figures that other programs computed, by age and
/// gender against SQL over the file. Ages are channels; a gender is a campaign, with one below it for each age.
/// </summary>
public sealed class FacebookAdvertisingTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly string File = Path.Combine(Checkout.Root, "../shared/data/kag-facebook-ads/kag_conversion_data.csv");

    private static readonly string[] Ages = ["30-34", "35-39", "40-44", "45-49"];

    [Fact]
    public async Task By_campaign_the_ratios_are_those_of_other_programs()
    {
        Assert.SkipUnless(System.IO.File.Exists(File), $"{File} is not here.");
        var client = await app.ClientAsync(app.Alpha, "By campaign");
        var campaigns = await NamedAsync(["916", "936", "1178"], name => app.CampaignAsync(app.Alpha, client, name));
        await ImportAsync(client, ad => (Channel: "", Campaign: campaigns[ad[1]]));

        var read = await app.AdvertisingAsync(client, "2017-01-01", "2018-01-01");

        Assert.Equal("1.324867 6.237917 17.968072", Printed(read.Of("campaigns", "916")));
        Assert.Equal("1.458352 15.810765 7.252788", Printed(read.Of("campaigns", "936")));
        Assert.Equal("1.543256 63.832741 1.806344", Printed(read.Of("campaigns", "1178")));
        Assert.Equal("1.538195 54.407071 2.115995", Printed(read.GetProperty("advertising")));
        Assert.Equal(
            "adSpend=58705.23 bookedValue=124220 impressions=213434828 clicks=38165 conversions=3264 sales=1079 outcomes=4343",
            read.GetProperty("advertising").Numbers("adSpend", "bookedValue", "impressions", "clicks", "conversions", "sales", "outcomes")
        );
    }

    [Fact]
    public async Task By_age_and_gender_the_ratios_are_those_of_SQL_over_the_file()
    {
        Assert.SkipUnless(System.IO.File.Exists(File), $"{File} is not here.");
        var client = await app.ClientAsync(app.Alpha, "By age and gender");
        var channels = await NamedAsync(Ages, name => app.ChannelAsync(app.Alpha, client, name));
        var genders = await NamedAsync(["F", "M"], name => app.CampaignAsync(app.Alpha, client, name));
        var cells = await NamedAsync(
            [.. genders.Keys.SelectMany(gender => Ages.Select(age => $"{gender} {age}"))],
            name => app.CampaignAsync(app.Alpha, client, name, genders[name[..1]])
        );
        await ImportAsync(client, ad => (Channel: channels[ad[3]], Campaign: cells[$"{ad[4]} {ad[3]}"]));

        var read = await app.AdvertisingAsync(client, "2017-01-01", "2018-01-01");
        var expected = await SqlAsync();

        Assert.Equal(15, expected.Count); // four ages, two genders, eight of both, all
        foreach (var (part, ratios) in expected)
        {
            var figures =
                part == "all" ? read.GetProperty("advertising")
                : channels.ContainsKey(part) ? read.Of("channels", part)
                : read.Of("campaigns", part);
            Assert.Equal((part, ratios), (part, figures.Ratios(Compared)));
        }
    }

    /// <summary>Ads that nobody was charged for and nobody clicked: each ratio over nothing says why, and their sales are sales all the same.</summary>
    [Fact]
    public async Task Ads_without_spend_have_reasons_in_place_of_ratios()
    {
        Assert.SkipUnless(System.IO.File.Exists(File), $"{File} is not here.");
        var client = await app.ClientAsync(app.Alpha, "Free ads");
        await ImportAsync(client, _ => ("", ""), ad => Spent(ad) == 0m);

        var figures = (await app.AdvertisingAsync(client, "2017-01-01", "2018-01-01")).GetProperty("advertising");

        Assert.Equal("clicks=0 conversions=212 sales=76", figures.Numbers("clicks", "conversions", "sales"));
        Assert.Equal(
            "costPerClick=NO_AD_SPEND costPerThousandImpressions=NO_AD_SPEND clickThroughRate=0 conversionRate=NO_CLICKS saleRate=NO_CLICKS "
                + "costPerOutcome=NO_COST costPerSale=NO_COST roas=NO_AD_SPEND",
            figures.Ratios(Compared)
        );
    }

    private static readonly string[] Compared =
    [
        "costPerClick",
        "costPerThousandImpressions",
        "clickThroughRate",
        "conversionRate",
        "saleRate",
        "costPerOutcome",
        "costPerSale",
        "roas",
    ];

    private static string Printed(JsonElement figures) =>
        $"{figures.Ratio("costPerClick")} {figures.Ratio("costPerSale")} {figures.Ratio("roas")}";

    private static async Task<Dictionary<string, string>> NamedAsync(IEnumerable<string> names, Func<string, Task<string>> create)
    {
        var made = new Dictionary<string, string>();
        foreach (var name in names)
            made[name] = await create(name);
        return made;
    }

    private async Task ImportAsync(
        string client,
        Func<string[], (string Channel, string Campaign)> place,
        Func<string[], bool>? which = null
    )
    {
        var enquiries = await GoalAsync(client, "Enquiries", "CONVERSIONS", 5m);
        var sales = await GoalAsync(client, "Approved sales", "DIRECT_SALES", 100m);
        var ads = System.IO.File.ReadLines(File).Skip(1).Select(line => line.Split(',')).Where(ad => which?.Invoke(ad) ?? true).ToList();
        await StoredAsync("costs", "category,amount,currency", ad => $"AD_SPEND,{Spent(ad)},USD");
        await StoredAsync("outcomes", "goal,quantity", ad => $"{enquiries},{ad[9]}", "-e");
        await StoredAsync("outcomes", "goal,quantity", ad => $"{sales},{ad[10]}", "-s");
        await StoredAsync("volume-metrics", "is_paid,impressions,clicks", ad => $"true,{ad[6]},{ad[7]}");

        async Task StoredAsync(string kind, string columns, Func<string[], string> cells, string suffix = "")
        {
            var csv = ads.Aggregate(
                new StringBuilder($"client,external_reference,date,channel,campaign,{columns}\n"),
                (text, ad) =>
                    text.AppendLine(
                        CultureInfo.InvariantCulture,
                        $"{client},{ad[0]}{suffix},2017-08-17,{place(ad).Channel},{place(ad).Campaign},{cells(ad)}"
                    )
            );
            Assert.Equal((ads.Count, 0, 0, 0), (await app.ImportAsync(app.Alpha.StaffToken, kind, csv.ToString())).Counts());
        }
    }

    private async Task<string> GoalAsync(string client, string name, string stream, decimal value)
    {
        var goal = await app.PricedGoalAsync(app.Alpha, client, value, stream, name: name);
        await app.ValueAsync(app.Alpha, goal, "2017-01-01", value);
        return goal;
    }

    // To cents, as the file's README says: it carries the noise of floating numbers.
    private static decimal Spent(string[] ad) =>
        decimal.Round(decimal.Parse(ad[8], CultureInfo.InvariantCulture), 2, MidpointRounding.AwayFromZero);

    /// <summary>The same ratios by PostgreSQL, of the file as it is, by nothing of the product.</summary>
    private async Task<Dictionary<string, string>> SqlAsync()
    {
        await using var connection = new NpgsqlConnection(app.Database.SuperuserConnection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using (
            var create = new NpgsqlCommand(
                """
                create temporary table ads (ad_id text, xyz_campaign_id text, fb_campaign_id text, age text, gender text, interest text, impressions numeric,
                  clicks numeric, spent numeric, enquiries numeric, sales numeric)
                """,
                connection
            )
        )
            await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using (
            var copy = await connection.BeginTextImportAsync(
                "copy ads from stdin (format csv, header)",
                TestContext.Current.CancellationToken
            )
        )
            await copy.WriteAsync(await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken));
        await using var command = new NpgsqlCommand(
            """
            select coalesce(nullif(concat_ws(' ', gender, age), ''), 'all'),
              concat_ws(' ',
                'costPerClick=' || trim_scale(round(sum(round(spent, 2)) / sum(clicks), 6)),
                'costPerThousandImpressions=' || trim_scale(round(sum(round(spent, 2)) * 1000 / sum(impressions), 6)),
                'clickThroughRate=' || trim_scale(round(sum(clicks) / sum(impressions), 6)),
                'conversionRate=' || trim_scale(round(sum(enquiries) / sum(clicks), 6)),
                'saleRate=' || trim_scale(round(sum(sales) / sum(clicks), 6)),
                'costPerOutcome=' || trim_scale(round(sum(round(spent, 2)) / sum(enquiries + sales), 6)),
                'costPerSale=' || trim_scale(round(sum(round(spent, 2)) / sum(sales), 6)),
                'roas=' || trim_scale(round(sum(5 * enquiries + 100 * sales) / sum(round(spent, 2)), 6)))
            from ads
            group by cube (gender, age)
            """,
            connection
        );
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var ratios = new Dictionary<string, string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            ratios[reader.GetString(0)] = reader.GetString(1);
        return ratios;
    }
}
