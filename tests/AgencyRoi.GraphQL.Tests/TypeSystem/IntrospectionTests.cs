using System.Text.Json;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.GraphQL.Validation;
using AgencyRoi.GraphQL.Validation.Limits;

namespace AgencyRoi.GraphQL.Tests.TypeSystem;

public sealed class IntrospectionTests
{
    /// <summary>What tools send, with everything that the September 2025 specification added.</summary>
    private const string FullQuery = """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name kind }
            mutationType { name kind }
            subscriptionType { name kind }
            types { ...FullType }
            directives {
              name
              description
              isRepeatable
              locations
              args(includeDeprecated: true) { ...InputValue }
            }
          }
        }

        fragment FullType on __Type {
          kind
          name
          description
          specifiedByURL
          isOneOf
          fields(includeDeprecated: true) {
            name
            description
            args(includeDeprecated: true) { ...InputValue }
            type { ...TypeRef }
            isDeprecated
            deprecationReason
          }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }

        fragment InputValue on __InputValue {
          name
          description
          type { ...TypeRef }
          defaultValue
          isDeprecated
          deprecationReason
        }

        fragment TypeRef on __Type {
          kind
          name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
        }
        """;

    private static readonly Schema Schema = SchemaFromSdl.Build(KitchenSink.Sdl);

    [Fact]
    public async Task The_full_query_tells_everything_but_applied_directives()
    {
        var data = await AskAsync(FullQuery);

        var rebuilt = SchemaPrinter.Print(SchemaFromIntrospection.Build(data.GetProperty("__schema")));

        var withoutApplied = System.Text.RegularExpressions.Regex.Replace(
            SchemaPrinter.Print(Schema),
            """(?<!directive) @cost(\(weight: "\d"\))?""",
            ""
        );
        Assert.Equal(withoutApplied, rebuilt);
    }

    [Fact]
    public async Task The_reference_implementation_understands_the_answer()
    {
        var data = await AskAsync(FullQuery);

        var printed = await GraphQLJs.RunAsync(
            "return graphql.printSchema(graphql.lexicographicSortSchema(graphql.buildClientSchema(JSON.parse(input))));",
            data.GetRawText()
        );

        // It writes the defaults of absent fields into a default value; we leave it as it was written.
        var ours = SchemaPrinter.Print(SchemaFromIntrospection.Build(data.GetProperty("__schema")));
        Assert.Equal(ours.Replace("choice: null}", "choice: null, text: \"x\"}", StringComparison.Ordinal), printed);
    }

    [Fact]
    public async Task Its_own_types_have_the_members_that_the_reference_implementation_gives_them()
    {
        const string Types = "{ __schema { types { name kind fields { name } enumValues { name } } } }";
        var ours = (await AskAsync(Types)).GetProperty("__schema").GetProperty("types").EnumerateArray();

        // It is ahead of the specification of September 2025 with deprecated directives.
        var theirs = await GraphQLJs.RunAsync(
            """
            return ['__Schema', '__Type', '__Field', '__InputValue', '__EnumValue', '__Directive', '__TypeKind', '__DirectiveLocation']
              .map(name => graphql.introspectionTypes.find(type => type.name === name))
              .map(type => type.name + ': ' + (type.getFields ? Object.values(type.getFields()) : type.getValues()).map(member => member.name).filter(name => name !== 'DIRECTIVE_DEFINITION' && !(type.name === '__Directive' && /eprecat/.test(name))).sort().join(' '))
              .sort().join('\n');
            """,
            ""
        );

        var lines = ours.Where(type => Name(type).StartsWith("__", StringComparison.Ordinal))
            .Select(type => $"{Name(type)}: {string.Join(' ', Members(type).Order(StringComparer.Ordinal))}");
        Assert.Equal(theirs, string.Join('\n', lines.Order(StringComparer.Ordinal)));

        static string Name(JsonElement named) => named.GetProperty("name").GetString()!;
        static IEnumerable<string> Members(JsonElement type) =>
            type.GetProperty(type.GetProperty("kind").GetString() == "ENUM" ? "enumValues" : "fields").EnumerateArray().Select(Name);
    }

    [Fact]
    public async Task A_type_is_found_by_its_name_or_is_null()
    {
        await ExpectAsync(
            """{ a: __type(name: "Decimal") { name kind specifiedByURL isOneOf fields { name } } b: __type(name: "Nothing") { name } }""",
            """
            {
              "a": { "name": "Decimal", "kind": "SCALAR", "specifiedByURL": "https://example.com/decimal", "isOneOf": null, "fields": null },
              "b": null
            }
            """
        );
    }

    [Fact]
    public async Task Each_kind_answers_only_its_own_fields()
    {
        await ExpectAsync(
            """
            {
              interface: __type(name: "Named") { ...Kind }
              union: __type(name: "Item") { ...Kind }
              enum: __type(name: "Case") { ...Kind }
              oneOf: __type(name: "Choice") { ...Kind }
              input: __type(name: "Filter") { isOneOf }
            }
            fragment Kind on __Type {
              kind
              fields { name }
              interfaces { name }
              possibleTypes { name }
              enumValues { name }
              inputFields { name }
              ofType { name }
              isOneOf
            }
            """,
            """
            {
              "interface": {
                "kind": "INTERFACE", "fields": [{ "name": "id" }, { "name": "name" }], "interfaces": [{ "name": "Node" }],
                "possibleTypes": [{ "name": "Root" }], "enumValues": null, "inputFields": null, "ofType": null, "isOneOf": null
              },
              "union": {
                "kind": "UNION", "fields": null, "interfaces": null,
                "possibleTypes": [{ "name": "Writes" }, { "name": "Events" }], "enumValues": null, "inputFields": null, "ofType": null, "isOneOf": null
              },
              "enum": {
                "kind": "ENUM", "fields": null, "interfaces": null, "possibleTypes": null,
                "enumValues": [{ "name": "UPPER" }, { "name": "MIXED" }], "inputFields": null, "ofType": null, "isOneOf": null
              },
              "oneOf": {
                "kind": "INPUT_OBJECT", "fields": null, "interfaces": null, "possibleTypes": null,
                "enumValues": null, "inputFields": [{ "name": "a" }, { "name": "b" }], "ofType": null, "isOneOf": true
              },
              "input": { "isOneOf": false }
            }
            """
        );
    }

    [Fact]
    public async Task Deprecated_members_are_told_only_on_request()
    {
        await ExpectAsync(
            """
            {
              root: __type(name: "Root") {
                fields { name }
                all: fields(includeDeprecated: true) { name isDeprecated deprecationReason args { name } }
              }
              filter: __type(name: "Filter") {
                inputFields { name }
                all: inputFields(includeDeprecated: true) { name isDeprecated deprecationReason }
              }
            }
            """,
            """
            {
              "root": {
                "fields": [{ "name": "id" }, { "name": "name" }, { "name": "many" }, { "name": "float" }],
                "all": [
                  { "name": "id", "isDeprecated": false, "deprecationReason": null, "args": [] },
                  { "name": "name", "isDeprecated": false, "deprecationReason": null, "args": [{ "name": "short" }, { "name": "case" }] },
                  { "name": "old", "isDeprecated": true, "deprecationReason": "No longer supported", "args": [] },
                  { "name": "older", "isDeprecated": true, "deprecationReason": "gone", "args": [{ "name": "y" }] },
                  { "name": "many", "isDeprecated": false, "deprecationReason": null, "args": [{ "name": "filter" }, { "name": "first" }] },
                  {
                    "name": "float", "isDeprecated": false, "deprecationReason": null,
                    "args": [{ "name": "f" }, { "name": "s" }, { "name": "c" }]
                  }
                ]
              },
              "filter": {
                "inputFields": [{ "name": "and" }, { "name": "text" }],
                "all": [
                  { "name": "and", "isDeprecated": false, "deprecationReason": null },
                  { "name": "text", "isDeprecated": false, "deprecationReason": null },
                  { "name": "choice", "isDeprecated": true, "deprecationReason": "use text" }
                ]
              }
            }
            """
        );
    }

    [Fact]
    public async Task Default_values_are_told_as_literals()
    {
        await ExpectAsync(
            """{ __type(name: "Root") { fields { args { defaultValue } } } }""",
            """
            {
              "__type": {
                "fields": [
                  { "args": [] },
                  { "args": [{ "defaultValue": "true" }, { "defaultValue": "UPPER" }] },
                  { "args": [{ "defaultValue": "{and: [{text: \"a\"}], choice: null}" }, { "defaultValue": "10" }] },
                  { "args": [{ "defaultValue": "1.5" }, { "defaultValue": "\"two\\nlines\"" }, { "defaultValue": null }] }
                ]
              }
            }
            """
        );
    }

    private static async Task ExpectAsync(string query, string expected)
    {
        var data = await AskAsync(query);

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), data), data.GetRawText());
    }

    private static async Task<JsonElement> AskAsync(string query)
    {
        var options = new ExecutionOptions { Validation = new ValidationOptions { Limits = DocumentLimits.Off } };
        var engine = new GraphQLEngine(Schema, options);
        using var response = await engine.ExecuteAsync(new GraphQLRequest(query), new OperationContext());
        var answer = JsonElement.Parse(response.Written.Span);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }
}
