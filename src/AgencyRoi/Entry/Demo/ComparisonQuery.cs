using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Entry.Demo;

/// <summary>Asks the running demo for its comparison, the way any program would: over HTTP, with a token.</summary>
internal static class ComparisonQuery
{
    private const string Text = """
        query Demo($period: PeriodInput!) {
          viewer { agency { name } }
          compareClients(period: $period, first: 100) {
            currencyCode
            rows {
              rank
              client { name industry dataOrigin }
              cost { amount }
              direct { ...figure } directAndAssisted { ...figure } adjusted { ...figure } unadjusted { ...figure }
              costAvoided { value { amount } }
            }
            totals {
              clientCount
              cost { amount }
              direct { ...figure } directAndAssisted { ...figure } adjusted { ...figure } unadjusted { ...figure }
              costAvoided { value { amount } }
            }
          }
        }
        fragment figure on RoiFigure { value { amount } net { amount } roiPercent undefinedReason }
        """;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    public static async Task<(string Agency, ComparisonAnswer Comparison)> AskAsync(
        string url,
        string token,
        CancellationToken cancellationToken
    )
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var period = new { from = DemoPeriod.Days.From, to = DemoPeriod.Days.To };
        using var response = await http.PostAsJsonAsync(url, new { query = Text, variables = new { period } }, cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<Answer>(Form, cancellationToken);
        return answer is { Data: { } data, Errors: null }
            ? (data.Viewer.Agency.Name, data.CompareClients)
            : throw new SettingException(
                $"""
                The demo's own query was answered with {(int)response.StatusCode}: {answer?.Errors}
                Settings of Limits and Throttling hold for the demo too.
                """
            );
    }

    private sealed record Answer(AnswerData? Data, JsonElement? Errors);

    private sealed record AnswerData(AnswerViewer Viewer, ComparisonAnswer CompareClients);

    private sealed record AnswerViewer(AnswerAgency Agency);

    private sealed record AnswerAgency(string Name);
}

internal sealed record ComparisonAnswer(string CurrencyCode, IReadOnlyList<ComparedClient> Rows, ComparedTotals Totals);

internal abstract record Compared(
    Amount Cost,
    Figure Direct,
    Figure DirectAndAssisted,
    Figure Adjusted,
    Figure Unadjusted,
    AvoidedCost CostAvoided
);

internal sealed record ComparedClient(
    int? Rank,
    NamedClient Client,
    Amount Cost,
    Figure Direct,
    Figure DirectAndAssisted,
    Figure Adjusted,
    Figure Unadjusted,
    AvoidedCost CostAvoided
) : Compared(Cost, Direct: Direct, DirectAndAssisted: DirectAndAssisted, Adjusted: Adjusted, Unadjusted: Unadjusted, CostAvoided);

internal sealed record ComparedTotals(
    int ClientCount,
    Amount Cost,
    Figure Direct,
    Figure DirectAndAssisted,
    Figure Adjusted,
    Figure Unadjusted,
    AvoidedCost CostAvoided
) : Compared(Cost, Direct: Direct, DirectAndAssisted: DirectAndAssisted, Adjusted: Adjusted, Unadjusted: Unadjusted, CostAvoided);

internal sealed record NamedClient(string Name, string Industry, string DataOrigin);

internal sealed record Figure(Amount Value, Amount Net, decimal? RoiPercent, string? UndefinedReason);

internal sealed record AvoidedCost(Amount Value);

internal readonly record struct Amount([property: System.Text.Json.Serialization.JsonPropertyName("amount")] decimal Number);
