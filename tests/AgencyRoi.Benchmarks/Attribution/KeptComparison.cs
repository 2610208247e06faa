using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using AgencyRoi.Benchmarks.Database;
using AgencyRoi.Benchmarks.Load;

namespace AgencyRoi.Benchmarks.Attribution;

/// <summary>Attribution from sums that are kept beside the return on investment of the same client and year, over HTTP, in turns.</summary>
internal sealed class KeptComparison(MeasuredDatabase database, ProductServer product, int rounds)
{
    private const int Asked = 50;
    private const int WarmTurns = 20;

    /// <returns>The medians of milliseconds, the median of their ratio, and what the server did for each.</returns>
    public async Task<KeptCosts> MeasureAsync(AttributedClient client, string token)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var turns = new List<(double Attribution, double Roi)>();
        for (var turn = -WarmTurns; turn < rounds; turn++)
        {
            var both = (await TurnAsync(http, AttributedClient.Attribution), await TurnAsync(http, AttributedClient.Roi));
            if (turn >= 0)
                turns.Add(both);
        }
        return new(
            client,
            turns.Select(turn => turn.Attribution).Median(),
            turns.Select(turn => turn.Roi).Median(),
            turns.Select(turn => turn.Attribution / turn.Roi).Median(),
            await StatementsAsync(AttributedClient.Attribution, token),
            await StatementsAsync(AttributedClient.Roi, token)
        );
    }

    private async Task<double> TurnAsync(HttpClient http, string question)
    {
        var watch = Stopwatch.StartNew();
        for (var asked = 0; asked < Asked; asked++)
        {
            using var content = new StringContent(question, Encoding.UTF8, MediaTypeNames.Application.Json);
            using var response = await http.PostAsync(product.Endpoint, content);
            await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        }
        return watch.Elapsed.TotalMilliseconds / Asked;
    }

    private async Task<(int Statements, long Pages)> StatementsAsync(string question, string token)
    {
        var recorded = await database.Log.RecordRequestAsync(() => product.AskAsync(question, token));
        var queries = await StatementCost.OfAsync(database.AppConnection, ServerLog.TransactionIn(recorded));
        return (recorded.Count, queries.Sum(query => query.Buffers));
    }
}

/// <summary>Times are milliseconds of an answer.</summary>
internal sealed record KeptCosts(
    AttributedClient Client,
    double Attribution,
    double Roi,
    double Ratio,
    (int Statements, long Pages) OfAttribution,
    (int Statements, long Pages) OfRoi
);
