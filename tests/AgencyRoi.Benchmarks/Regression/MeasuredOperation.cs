using System.Text.Json;
using AgencyRoi.Benchmarks.Compare;
using AgencyRoi.Benchmarks.Database;

namespace AgencyRoi.Benchmarks.Regression;

/// <summary>What one request takes that does not depend on what else the machine does.</summary>
/// <param name="Statements">Sent to the server, with those that begin and end its transaction.</param>
/// <param name="Pages">Read by its queries, from memory or disk.</param>
/// <param name="Bytes">Allocated in this process, with what the caller of the measurement takes.</param>
internal sealed record OperationCost(int Statements, long Pages, long Bytes);

/// <summary>A question whose cost is watched.</summary>
internal sealed record MeasuredOperation(string Name, string Query)
{
    private const string Year = """period: { from: "2025-01-01", to: "2026-01-01" }""";
    private const string Figures = "cost { amount } adjusted { value { amount } roiPercent } unadjusted { value { amount } roiPercent }";

    public static IReadOnlyList<MeasuredOperation> All { get; } =
    [
        new("viewer", "{ viewer { role } }"),
        new("clients with channels", ClientsAndChannels.Query),
        new("compareClients", File.ReadAllText(ComparedAgency.FileOf("compare-clients.graphql"))),
        new(
            "roi with parts",
            $$"""
            {
              clients(first: 1) {
                nodes {
                  roi({{Year}}) {
                    {{Figures}}
                    byChannel { channel { name } {{Figures}} }
                    byStream { stream value { amount } }
                    overTime(interval: MONTH) { {{Figures}} }
                  }
                }
              }
            }
            """
        ),
        new(
            "explain",
            $$"""
            {
              clients(first: 1) {
                nodes {
                  roi({{Year}}) {
                    adjusted { explain { formula entries(first: 20) { pageInfo { endCursor } nodes { day amount { amount } } } } }
                  }
                }
              }
            }
            """
        ),
    ];

    public string Body => JsonSerializer.Serialize(new { query = Query });
}
