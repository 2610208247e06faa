using System.Text;
using AgencyRoi.Tests.Records.Journeys;

namespace AgencyRoi.Tests.Reports.Attribution;

/// <summary>Files of touches, sales and refunds of a dozen people, by chance.</summary>
internal sealed class RandomJourneyFiles(JourneyWorld world, Random random)
{
    private static readonly DateTime First = new(2025, 1, 1, 8, 0, 0, DateTimeKind.Utc);

    public string Touches(string name, int count) =>
        File(
            "client,external_reference,touched_at,visitor_key,channel,legal_basis",
            count,
            row =>
                $"{world.Client},{name}-{row},{Moment():yyyy-MM-ddTHH:mm:ssZ},v-{random.Next(12)},{Channel()},{(random.Next(8) == 0 ? "" : "CONSENT")}"
        );

    public string Sales(string name, int count) =>
        File(
            "client,external_reference,type,date,amount,currency,quantity,visitor_key,channel",
            count,
            row =>
                $"{world.Client},{name}-{row},SALE,{Moment():yyyy-MM-dd},{100 + random.Next(10_000) / 100m},USD,{1 + random.Next(2)},{(random.Next(5) == 0 ? "" : $"v-{random.Next(12)}")},{Channel()}"
        );

    public string Refunds(string sales, int count) =>
        File(
            "client,sale,external_reference,date,amount",
            count / 5,
            row => $"{world.Client},{sales}-{row * 4},r-{sales}-{row},2026-01-1{random.Next(5)},{1 + random.Next(50)}"
        );

    private static string File(string header, int count, Func<int, string> row)
    {
        var file = new StringBuilder(header).Append('\n');
        foreach (var number in Enumerable.Range(1, count))
            file.Append(row(number)).Append('\n');
        return file.ToString();
    }

    private DateTime Moment() => First.AddMinutes(random.Next(378 * 24 * 60));

    private string Channel() =>
        random.Next(4) switch
        {
            0 => "",
            1 => world.Blog,
            2 => world.Mail,
            _ => world.Press,
        };
}
