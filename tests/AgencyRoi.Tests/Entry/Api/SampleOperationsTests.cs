using AgencyRoi.GraphQL.Language;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Tests.Reports.Periods;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>The files in <c>schema/operations</c> are what integrators copy: each fits the schema, and each query is answered.</summary>
public sealed class SampleOperationsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(Checkout.Root, "schema/operations"), "*.graphql").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_sample_fits_the_schema(string file)
    {
        var token = IsPortals(file) ? app.Alpha.PortalToken : app.Alpha.OwnerToken;
        var answer = await app.AskAsync(token, Repository.Read($"schema/operations/{file}"), operationName: "NoneOfThese");

        // A document is validated as a whole before its operation is looked for.
        var error = answer.GetProperty("errors")[0];
        Assert.True(error.GetProperty("extensions").Text("code") == "OPERATION_NOT_FOUND", error.ToString());
    }

    /// <summary>Generators of code and editors read the folder as one document, and name what they make after these.</summary>
    [Fact]
    public void Names_of_operations_and_of_fragments_are_unique_over_the_folder()
    {
        var names =
            from file in Files
            from definition in Parser.ParseDocument(Source.FromText(Repository.Read($"schema/operations/{file.Data}"))).Definitions
            select definition switch
            {
                OperationDefinitionNode operation => $"operation {operation.Name?.Value}",
                FragmentDefinitionNode fragment => $"fragment {fragment.Name.Value}",
                _ => throw new InvalidOperationException($"{file.Data} holds a {definition.Kind}."),
            } into name
            group name by name.ToUpperInvariant() into same
            where same.Count() > 1
            select same.Key;

        Assert.Empty(names);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_query_is_answered(string file)
    {
        var client = await app.ClientAsync(app.Alpha);
        var token = app.Alpha.OwnerToken;
        if (IsPortals(file))
        {
            await app.CloseAsync(client);
            await app.PublishAsync(client);
            token = await app.PortalTokenAsync(client);
        }
        var known = new Dictionary<string, object>
        {
            ["client"] = client,
            ["id"] = client,
            ["period"] = IsPortals(file) ? Bookkeeping.Period("2025-03-01", "2025-04-01") : Bookkeeping.Period(),
            ["month"] = "2025-03-01",
            ["interval"] = "MONTH",
            ["first"] = 5,
        };
        var queries = Parser
            .ParseDocument(Source.FromText(Repository.Read($"schema/operations/{file}")))
            .Definitions.OfType<OperationDefinitionNode>()
            .Where(operation => operation.Operation == OperationType.Query);

        foreach (var query in queries)
        {
            var variables = query
                .VariableDefinitions.Select(definition => definition.Variable.Name.Value)
                .Where(known.ContainsKey)
                .ToDictionary(name => name, name => known[name]);
            await app.SendAsync(token, $"{Path.GetFileNameWithoutExtension(file)}/{query.Name!.Value}", variables);
        }
    }

    // A client's people have a schema of their own.
    private static bool IsPortals(string file) => file == "portal.graphql";
}
