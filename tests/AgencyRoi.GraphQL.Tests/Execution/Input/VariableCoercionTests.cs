using System.Text.Json;
using AgencyRoi.GraphQL.TypeSystem;
using static AgencyRoi.GraphQL.Tests.Execution.TestServer;

namespace AgencyRoi.GraphQL.Tests.Execution.Input;

/// <summary>https://spec.graphql.org/September2025/#sec-Coercing-Variable-Values, in graphql-js's words but without the values.</summary>
public sealed class VariableCoercionTests
{
    private static readonly TestServer Server = new(
        """
        type Query {
          show(int: Int = 5, list: [Int!], box: Box, boxes: [Box!], kind: Kind, one: One, any: Any, text: String, matrix: [[Int]]): String
          need(int: Int!, withDefault: Int! = 7): String
        }
        input Box { size: Int! name: String = "none" inner: Box kind: Kind }
        input One @oneOf { a: Int b: String }
        enum Kind { BIG SMALL }
        scalar Any
        """,
        new Dictionary<string, FieldResolver> { ["Query.show"] = Sync(Show), ["Query.need"] = Sync(Show) }
    );

    [Theory]
    [InlineData("query($v: Int) { show(int: $v) }", """{"v":1}""", """{"int":1}""")]
    [InlineData("query($v: Int) { show(int: $v) }", """{"v":null}""", """{"int":null}""")]
    [InlineData("query($v: Int) { show(int: $v) }", "{}", """{"int":5}""")]
    [InlineData("query($v: Int = 9) { show(int: $v) }", "{}", """{"int":9}""")]
    [InlineData("query($v: Int = 9) { show(int: $v) }", """{"v":null}""", """{"int":null}""")]
    [InlineData("query($v: Int = 9) { need(int: $v) }", "{}", """{"int":9,"withDefault":7}""")]
    [InlineData("query($v: Int) { need(int: 1, withDefault: $v) }", "{}", """{"int":1,"withDefault":7}""")]
    [InlineData("query($v: [Int!]) { show(int: 1 list: $v) }", """{"v":[1,2]}""", """{"int":1,"list":[1,2]}""")]
    [InlineData("query($v: [Int!]) { show(int: 1 list: $v) }", """{"v":3}""", """{"int":1,"list":[3]}""")]
    [InlineData("query($v: [[Int]]) { show(int: 1 matrix: $v) }", """{"v":[[1,null],2]}""", """{"int":1,"matrix":[[1,null],[2]]}""")]
    [InlineData("query($v: Int!) { show(int: 1 list: [1, $v]) }", """{"v":2}""", """{"int":1,"list":[1,2]}""")]
    [InlineData(
        "query($v: Box) { show(int: 1 box: $v) }",
        """{"v":{"size":1,"kind":"BIG"}}""",
        """{"int":1,"box":{"size":1,"name":"none","kind":"BIG"}}"""
    )]
    [InlineData(
        "query($v: String) { show(int: 1 box: { size: 2, name: $v }) }",
        """{"v":null}""",
        """{"int":1,"box":{"size":2,"name":null}}"""
    )]
    [InlineData("query($v: String) { show(int: 1 box: { size: 2, name: $v }) }", "{}", """{"int":1,"box":{"size":2,"name":"none"}}""")]
    [InlineData("query($v: One) { show(int: 1 one: $v) }", """{"v":{"b":"x"}}""", """{"int":1,"one":{"b":"x"}}""")]
    [InlineData("query($v: Int!) { show(int: 1 one: { a: $v }) }", """{"v":4}""", """{"int":1,"one":{"a":4}}""")]
    [InlineData("query($v: Kind) { show(int: 1 kind: $v) }", """{"v":"SMALL"}""", """{"int":1,"kind":"SMALL"}""")]
    [InlineData("query($v: Any) { show(int: 1 any: $v) }", """{"v":{"a":[1,"x"]}}""", """{"int":1,"any":{"a":[1,"x"]}}""")]
    public async Task A_value_reaches_the_resolver(string query, string variables, string arguments)
    {
        using var answer = JsonDocument.Parse(await Server.SendAsync(query, variables));

        Assert.True(answer.RootElement.TryGetProperty("data", out var data), answer.RootElement.ToString());
        Assert.Equal(arguments, data.EnumerateObject().Single().Value.GetString());
    }

    [Theory]
    [InlineData("Int!", "{}", """Variable "$v" of required type "Int!" was not provided.""")]
    [InlineData("Int!", """{"v":null}""", """Variable "$v" of non-null type "Int!" must not be null.""")]
    [InlineData(
        "Int",
        """{"v":"a"}""",
        """Variable "$v" of type "Int" got an invalid value; Int cannot represent non-integer value: a string."""
    )]
    [InlineData(
        "[Int!]",
        """{"v":[1,null]}""",
        """Variable "$v" of type "[Int!]" got an invalid value at "v[1]"; Expected non-nullable type "Int!" not to be null."""
    )]
    [InlineData("Box", """{"v":3}""", """Variable "$v" of type "Box" got an invalid value; Expected type "Box" to be an object.""")]
    [InlineData(
        "Box",
        """{"v":{}}""",
        """Variable "$v" of type "Box" got an invalid value; Field "size" of required type "Int!" was not provided."""
    )]
    [InlineData(
        "Box",
        """{"v":{"size":1,"sise":2}}""",
        """Variable "$v" of type "Box" got an invalid value; Field "sise" is not defined by type "Box"."""
    )]
    [InlineData(
        "Box",
        """{"v":{"size":1,"\u202e\n and a name of more than forty characters":2}}""",
        """Variable "$v" of type "Box" got an invalid value; Field "\u202E\u000A and a name of more than forty charact…" is not defined by type "Box"."""
    )]
    [InlineData(
        "[Box!]",
        """{"v":[{"size":1,"inner":{"size":null}}]}""",
        """Variable "$v" of type "[Box!]" got an invalid value at "v[0].inner.size"; Expected non-nullable type "Int!" not to be null."""
    )]
    [InlineData(
        "Kind",
        """{"v":"HUGE"}""",
        """Variable "$v" of type "Kind" got an invalid value; The value does not exist in "Kind" enum. Its values are BIG, SMALL."""
    )]
    [InlineData(
        "Kind",
        """{"v":1}""",
        """Variable "$v" of type "Kind" got an invalid value; Enum "Kind" cannot represent non-string value: a number. Its values are BIG, SMALL."""
    )]
    [InlineData(
        "One",
        """{"v":{}}""",
        """Variable "$v" of type "One" got an invalid value; Exactly one key must be specified for OneOf type "One"."""
    )]
    [InlineData(
        "One",
        """{"v":{"a":1,"b":"x"}}""",
        """Variable "$v" of type "One" got an invalid value; Exactly one key must be specified for OneOf type "One"."""
    )]
    [InlineData(
        "One",
        """{"v":{"a":null}}""",
        """Variable "$v" of type "One" got an invalid value at "v.a"; Field "a" must be non-null."""
    )]
    public async Task A_wrong_value_is_refused_before_execution(string type, string variables, string message)
    {
        var argument = type.Trim('!') switch
        {
            "Int" => "int",
            "[Int!]" => "list",
            "Box" => "box",
            "[Box!]" => "boxes",
            "Kind" => "kind",
            _ => "one",
        };

        using var answer = JsonDocument.Parse(await Server.SendAsync($"query($v: {type}) {{ show({argument}: $v) }}", variables));

        var error = answer.RootElement.GetProperty("errors")[0];
        Assert.Equal(message.TrimEnd('.'), error.GetProperty("message").GetString()!.TrimEnd('.'));
        Assert.Equal("BAD_INPUT", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(7, error.GetProperty("locations")[0].GetProperty("column").GetInt32());
        Assert.False(answer.RootElement.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task A_null_that_only_the_place_forbids_is_the_error_of_the_field()
    {
        await Server.ExpectAsync(
            "query($v: Int = 1) { need(int: $v) }",
            """{"errors":[{"message":"Argument \"int\" of non-null type \"Int!\" must not be null.","locations":[{"line":1,"column":32}],"path":["need"],"extensions":{"code":"BAD_INPUT"}}],"data":{"need":null}}""",
            """{"v":null}"""
        );
    }

    [Fact]
    public async Task Errors_are_counted_up_to_a_limit()
    {
        var items = string.Join(',', Enumerable.Repeat("null", 250));

        using var answer = JsonDocument.Parse(await Server.SendAsync("query($v: [Int!]) { show(list: $v) }", $$"""{"v":[{{items}}]}"""));

        Assert.Equal(50, answer.RootElement.GetProperty("errors").GetArrayLength());
    }

    [Theory]
    [InlineData("[Int!]", "list", 250, "LIST_TOO_LONG")]
    [InlineData("String", "text", 10_000, "STRING_TOO_LONG")]
    public async Task A_list_and_a_string_are_as_long_as_literals_may_be_and_no_longer(string type, string argument, int most, string limit)
    {
        var document = $"query($v: {type}) {{ show({argument}: $v) }}";

        Assert.DoesNotContain("errors", await Server.SendAsync(document, Variables(most)), StringComparison.Ordinal);
        Assert.Contains(
            $"\"code\":\"LIMIT_EXCEEDED\",\"limit\":\"{limit}\"",
            await Server.SendAsync(document, Variables(most + 1)),
            StringComparison.Ordinal
        );

        string Variables(int length) =>
            type == "String"
                ? $$"""{"v":"{{new string('é', length)}}"}"""
                : $$"""{"v":[{{string.Join(',', Enumerable.Repeat("1", length))}}]}""";
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"v\"")]
    public async Task Variables_are_an_object(string variables) =>
        Assert.Equal(
            """{"errors":[{"message":"Variables must be a JSON object.","extensions":{"code":"BAD_INPUT"}}]}""",
            await Server.SendAsync("{ show }", variables)
        );

    private static string Show(IFieldContext context) => JsonSerializer.Serialize(context.Arguments);
}
