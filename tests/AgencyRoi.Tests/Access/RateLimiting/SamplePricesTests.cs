using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AgencyRoi.Entry.Api;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Tests.Access.RateLimiting;

/// <summary>What integrators copy can be sent: each operation of <c>schema/operations</c> is within the limit of cost as it stands.</summary>
public sealed class SamplePricesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task Each_sample_is_within_the_limit_with_pages_of_the_default_size()
    {
        var table = new StringBuilder("| file | operation | points |\n|---|---|---|\n");
        foreach (
            var file in Directory.GetFiles(Path.Combine(Checkout.Root, "schema/operations"), "*.graphql").Order(StringComparer.Ordinal)
        )
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            var token = Path.GetFileName(file) == "portal.graphql" ? app.Alpha.PortalToken : app.Alpha.OwnerToken;
            foreach (var operation in Parser.ParseDocument(Source.FromText(text)).Definitions.OfType<OperationDefinitionNode>())
            {
                if (operation.Operation != OperationType.Query)
                    continue;
                using var caller = app.As(token);
                caller.DefaultRequestHeaders.Add("GraphQL-Cost", "validate");
                using var answer = await caller.PostAsJsonAsync(
                    "/graphql",
                    new
                    {
                        query = text,
                        operationName = operation.Name!.Value,
                        variables = Values(operation),
                    },
                    TestContext.Current.CancellationToken
                );
                var body = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
                var cost = body.TryGetProperty("extensions", out var extensions) ? extensions.GetProperty("cost") : default;
                Assert.True(
                    cost.ValueKind == JsonValueKind.Object && cost.GetProperty("requestedQueryCost").GetInt64() <= 10_000,
                    $"{Path.GetFileName(file)}/{operation.Name.Value}: {body}"
                );
                table.AppendLine($"| {Path.GetFileName(file)} | {operation.Name.Value} | {cost.GetProperty("requestedQueryCost")} |");
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine(table.ToString());
    }

    private static Dictionary<string, object> Values(OperationDefinitionNode operation) =>
        operation
            .VariableDefinitions.Where(variable => variable is { Type: NonNullTypeNode, DefaultValue: null })
            .ToDictionary(variable => variable.Variable.Name.Value, variable => Value(variable));

    private static object Value(VariableDefinitionNode variable) =>
        Printer.Print(variable.Type).TrimEnd('!') switch
        {
            "ID" => "x",
            "Boolean" => true,
            "Int" or "Decimal" => 1,
            "PeriodInput" => new { from = "2025-01-01", to = "2026-01-01" },
            "LocalDate" => "2025-03-01",
            var name => ((EnumType)Schema.FindType(name)!).Values[0].Name,
        };

    private static readonly Schema Schema = ProductSchema.ForStaff(Modules.All);
}
