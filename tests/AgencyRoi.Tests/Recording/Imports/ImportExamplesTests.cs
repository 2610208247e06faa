using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Tests.Records.Contacts.Profiles;
using AgencyRoi.Tests.Records.Contacts.Segments;
using AgencyRoi.Tests.Reports.Experiments;
using AgencyRoi.Tests.Terms.People;

namespace AgencyRoi.Tests.Recording.Imports;

/// <summary>Each kind of import can be found and tried: in <c>GET /imports</c>, and as a line to copy in schema/README.md.</summary>
public sealed class ImportExamplesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    public static TheoryData<string> Kinds => [.. new ImportKinds(Modules.All).All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_readmes_line_of_each_kind_is_taken(string kind)
    {
        await app.BakeryAsync();

        var report = await app.ImportAsync(app.Alpha.StaffToken, $"{kind}?dryRun=true", ImportExamples.Of(kind));

        Assert.True((1, 0, 0, 0) == report.Counts(), report.ToString());
    }

    [Fact]
    public async Task Each_kind_is_listed_with_its_columns()
    {
        var listed = (await ListedAsync(app.Alpha.StaffToken)).GetProperty("imports").EnumerateArray().ToList();

        Assert.Equal(
            new ImportKinds(Modules.All).All.OrderBy(kind => kind.Name, StringComparer.Ordinal).Select(Text),
            listed.Select(kind =>
                $"{kind.GetProperty("name")} {kind.GetProperty("isAgencyWide").GetBoolean()}: "
                + string.Join(
                    "; ",
                    kind.GetProperty("columns")
                        .EnumerateArray()
                        .Select(column =>
                            $"{column.GetProperty("name")} {column.GetProperty("isRequired").GetBoolean()} {column.GetProperty("description")}"
                        )
                )
            )
        );

        static string Text(ImportKind kind) =>
            $"{kind.Name} {kind.IsAgencyWide}: "
            + string.Join("; ", kind.Columns.Select(column => $"{column.Name} {column.IsRequired} {column.Description}"));
    }

    [Fact]
    public async Task A_token_is_shown_what_it_may_import()
    {
        var client = await app.ClientAsync(app.Alpha, "Restricted");
        var restricted = await ListedAsync(await app.TokenForAsync(app.Alpha, client));

        using var portal = await app.As(app.Alpha.PortalToken).GetAsync(new Uri("/imports", UriKind.Relative));
        using var nobody = await app.As(null).GetAsync(new Uri("/imports", UriKind.Relative));

        Assert.DoesNotContain(restricted.GetProperty("imports").EnumerateArray(), kind => kind.GetProperty("isAgencyWide").GetBoolean());
        Assert.Contains(restricted.GetProperty("imports").EnumerateArray(), kind => kind.GetProperty("name").GetString() == "costs");
        Assert.Equal((403, 401), ((int)portal.StatusCode, (int)nobody.StatusCode));
    }

    private async Task<JsonElement> ListedAsync(string token)
    {
        using var caller = app.As(token);
        return await caller.GetFromJsonAsync<JsonElement>("/imports");
    }
}

/// <summary>The files that schema/README.md shows, one for each kind of import.</summary>
internal static partial class ImportExamples
{
    public static string Of(string kind)
    {
        var lines = Line().Matches(Repository.Read("schema/README.md")).Where(line => line.Groups["kind"].Value == kind);
        return Assert.Single(lines).Groups["file"].Value.Replace("\\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>What these files name, entered once for a class.</summary>
    public static async Task BakeryAsync(this AgencyApp app)
    {
        if (await app.Database.AsSuperuserAsync("select 1 from app.clients where external_reference = 'bakery'") is not null)
            return;
        var client = (
            await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: "bakery"))
        ).Text("id");
        var channel = await app.ChannelAsync(app.Alpha, client);
        await app.PricedGoalAsync(app.Alpha, client, 5m);
        await app.Database.AsSuperuserAsync(
            "update app.channels set external_reference = 'page'; update app.goals set external_reference = 'enquiries'"
        );
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 250m, externalReference: "order-1001"));
        await app.PersonAsync(app.Alpha, externalReference: "ada");
        await app.HourlyRateAsync(app.Alpha, Workforce.NewRate(60m));
        await app.ProfileAttributeAsync(client, "INTEREST", isNeed: true, values: ["Bread", "Cake"]);
        await app.VariantAsync(await app.SegmentAsync(client, "REGULARS", "NARROW"), channel, "SPRING");
        await app.ExperimentAsync(client, "REMINDER");
    }

    [GeneratedRegex(
        """^printf '(?<file>.*)' \| curl -s "http://127\.0\.0\.1:5080/imports/(?<kind>[a-z-]+)\?dryRun=true" \\$""",
        RegexOptions.Multiline
    )]
    private static partial Regex Line();
}
