using System.Globalization;
using System.Text;
using AgencyRoi.Tests.Recording.Imports;
using AgencyRoi.Tests.Records.IndirectValue;

namespace AgencyRoi.Tests.Reports.Periods;

/// <summary>A client with very many facts of the kinds that come in files, half of them in another currency than its own, over a year.</summary>
internal sealed record ManyFacts(string Client, string Goal, int Count)
{
    private static readonly string[] Currencies = ["USD", "EUR"];

    public static async Task<ManyFacts> EnterAsync(AgencyApp app, int count)
    {
        var reference = $"many-{Guid.NewGuid():N}";
        var created = await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(reference, "USD", reference));
        var client = created.Text("id");
        var goal = await app.PricedGoalAsync(app.Alpha, client, 7.5m);
        var channel = await app.ChannelAsync(app.Alpha, client);
        for (var month = 1; month <= 12; month++)
            await app.RateAsync(app.Alpha, "EUR", "USD", 1.07m + month / 1000m, $"2025-{month:00}-01", "MONTH");

        var entered = 0;
        await SendAsync("costs", 20, "category,amount,currency", i => $"AD_SPEND,{i % 900}.25,{Currencies[i % 2]}");
        await SendAsync(
            "sales",
            40,
            "amount,currency,channel,contact_reference",
            i => $"{i % 700}.75,{Currencies[i % 2]},{channel},buyer-{i % 5000}"
        );
        await SendAsync("outcomes", 25, "goal,quantity", i => $"{goal},{i % 40 + 1}");
        await SendAsync(
            StreamSample.CareCase.Import,
            5,
            "currency," + StreamSample.CareCase.Csv.Header,
            i => $"{Currencies[i % 2]},{StreamSample.CareCase.Csv.Row}"
        );
        var visits = count - entered;
        var months = Enumerable.Range(0, visits).Select(i => (Term: $"bread {i / 12}", Month: $"2025-{i % 12 + 1:00}-01")).ToList();
        await ImportAsync(
            "keyword-prices",
            "keyword,country,month,amount,currency,source",
            months.Select((row, i) => $"{row.Term},US,{row.Month},1.{i % 90 + 10},{Currencies[i % 2]},the test")
        );
        await ImportAsync(
            "keyword-visits",
            "external_reference,keyword,country,month,visits,converting_visits",
            months.Select((row, i) => $"visits-{i},{row.Term},US,{row.Month},{i % 500 + 1},{i % 2}")
        );
        await app.Database.AsSuperuserAsync("analyze");
        return new(client, goal, count);

        async Task SendAsync(string kind, int percent, string header, Func<int, string> row)
        {
            var rows = count * percent / 100;
            await ImportAsync(
                kind,
                "external_reference,date," + header,
                Enumerable.Range(0, rows).Select(i => $"{kind}-{i},{Day(i)},{row(i)}")
            );
            entered += rows;
        }

        async Task ImportAsync(string kind, string header, IEnumerable<string> rows)
        {
            var file = new StringBuilder($"client,{header}\n");
            foreach (var row in rows)
                file.Append(CultureInfo.InvariantCulture, $"{reference},{row}\n");
            var report = await app.ImportAsync(app.Alpha.StaffToken, kind, file.ToString());
            Assert.True(report.Counts().Refused == 0, report.ToString());
        }
    }

    private static string Day(int i) => new DateOnly(2025, 1, 1).AddDays(i * 7 % 365).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
