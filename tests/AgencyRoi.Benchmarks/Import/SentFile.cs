using System.Globalization;
using System.Text;

namespace AgencyRoi.Benchmarks.Import;

/// <summary>
/// A file of costs or of sales as a platform exports it: day by day over two years, eight clients with three channels each. Written to disk, so that its
/// making takes no part in what is measured.
/// </summary>
internal sealed record SentFile(string Kind, string Path, int Rows, decimal Amount)
{
    private const int Days = 730;
    private const int Clients = 8;
    private const int Channels = 3;

    public static async Task<SentFile> WriteAsync(string kind, string folder, int rows)
    {
        var path = System.IO.Path.Combine(folder, $"{kind}.csv");
        var first = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-Days - 1);
        var isCosts = kind == "costs";
        var sum = 0m;
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await file.WriteLineAsync($"client,external_reference,date,amount,currency,channel,description{(isCosts ? ",category" : "")}");
        for (var i = 0; i < rows; i++)
        {
            var amount = i % 997 + i % 100 / 100m;
            sum += amount;
            await file.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"client-{i % Clients},{kind}-{i},{first.AddDays((int)((long)i * Days / rows)):yyyy-MM-dd},{amount:0.00},EUR,channel-{i / Clients % Channels},row {i}{(isCosts ? ",AD_SPEND" : "")}"
                )
            );
        }
        return new(kind, path, rows, sum);
    }
}
