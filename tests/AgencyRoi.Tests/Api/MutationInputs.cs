using System.Text.Json;
using AgencyRoi.Api;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Api;

/// <summary>Every mutation of the schema with an input that would do, made from the schema itself: a mutation that is added is tried on the same day.</summary>
internal static class MutationInputs
{
    private static readonly Dictionary<string, object> ByName = new(StringComparer.Ordinal)
    {
        ["currency"] = "EUR",
        ["baseCurrency"] = "USD",
        ["quoteCurrency"] = "JPY",
        ["timeZone"] = "UTC",
        ["networkCode"] = "LINKEDIN",
        ["code"] = "SOMETHING",
        ["month"] = "2025-05-01",
        ["version"] = 1,
        // A forecast is of a period that is not over.
        ["to"] = "2027-01-01",
        ["url"] = "https://example.com",
    };

    public static IReadOnlyList<FieldDefinition> All { get; } = [.. ProductSchema.ForStaff(Modules.All).MutationType!.Fields];

    public static InputObjectType InputOf(FieldDefinition mutation) => (InputObjectType)mutation.Arguments["input"]!.Type.Unwrapped;

    public static IEnumerable<InputValueDefinition> Ids(FieldDefinition mutation) =>
        InputOf(mutation).Fields.Where(field => field.IsRequired && field.Type.Unwrapped.Name == "ID");

    /// <summary>The type of object that an id in the input is of.</summary>
    public static string TypeOfId(FieldDefinition mutation, string field) =>
        field switch
        {
            "id" => ResultOf(mutation).Type.Unwrapped.Name,
            "parentId" => "Campaign",
            "clientIds" => "Client",
            _ => char.ToUpperInvariant(field[0]) + field[1..^2],
        };

    /// <summary>What is required, and an amount of money wherever there could be one.</summary>
    public static Dictionary<string, object?> Fill(FieldDefinition mutation, Func<string, string> idOf) =>
        InputOf(mutation)
            .Fields.Where(field =>
                field.IsRequired || (field.Name is "amount" or "currency" && !mutation.Name.StartsWith("update", StringComparison.Ordinal))
            )
            .ToDictionary(field => field.Name, field => Value(mutation, field, idOf));

    public static Task<JsonElement> SendAsync(AgencyApp app, string token, FieldDefinition mutation, Dictionary<string, object?> input) =>
        app.AskAsync(
            token,
            $$"""
            mutation M($input: {{InputOf(mutation).Name}}!) {
              result: {{mutation.Name}}(input: $input) {
                value: {{ResultOf(mutation).Name}} { __typename {{IdOf(ResultOf(mutation))}} }
                errors { __typename ... on Error { message code path } }
              }
            }
            """,
            new { input }
        );

    private static string IdOf(FieldDefinition result) =>
        result.Type.Unwrapped is ObjectType type && type.Fields["id"] is not null ? "id" : "";

    private static FieldDefinition ResultOf(FieldDefinition mutation) =>
        ((ObjectType)mutation.Type.Unwrapped).Fields.Single(field => field.Name != "errors");

    private static object? Value(FieldDefinition mutation, InputValueDefinition field, Func<string, string> idOf)
    {
        if (ByName.TryGetValue(field.Name, out var known))
            return known;
        return field.Type.Unwrapped switch
        {
            EnumType enumeration => enumeration.Values[0].Name,
            InputObjectType nested => nested
                .Fields.Where(part => part.IsRequired || part.Name == "reportedShare")
                .ToDictionary(part => part.Name, part => Value(mutation, part, idOf)),
            { Name: "ID" } => idOf(TypeOfId(mutation, field.Name)),
            { Name: "LocalDate" } => "2025-03-10",
            { Name: "Boolean" } => true,
            { Name: "String" } => "Something",
            _ => 1,
        };
    }
}
