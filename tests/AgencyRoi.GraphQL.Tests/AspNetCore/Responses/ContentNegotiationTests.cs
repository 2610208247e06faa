using AgencyRoi.GraphQL.AspNetCore.Responses;

namespace AgencyRoi.GraphQL.Tests.AspNetCore.Responses;

/// <summary>https://graphql.github.io/graphql-over-http/draft/#sec-Accept</summary>
public sealed class ContentNegotiationTests
{
    [Theory]
    [InlineData("", "Json")]
    [InlineData(" ", "Json")]
    [InlineData("*/*", "Json")]
    [InlineData("application/*", "Json")]
    [InlineData("application/json", "Json")]
    [InlineData("APPLICATION/JSON", "Json")]
    [InlineData("application/json; charset=utf-8", "Json")]
    [InlineData("application/json; charset=\"UTF-8\"", "Json")]
    [InlineData("text/html, */*;q=0.1", "Json")]
    [InlineData("application/graphql-response+json", "GraphQLResponse")]
    [InlineData("application/graphql-response+json, application/json", "GraphQLResponse")]
    [InlineData("application/json, application/graphql-response+json", "GraphQLResponse")]
    [InlineData("application/graphql-response+json, application/json;q=0.9", "GraphQLResponse")]
    [InlineData("application/graphql-response+json;q=0.5, application/json", "Json")]
    [InlineData("application/graphql-response+json;q=0.5, */*;q=0.8", "Json")]
    [InlineData("application/graphql-response+json, */*;q=0.8", "GraphQLResponse")]
    [InlineData("application/graphql-response+json, */*", "GraphQLResponse")]
    [InlineData("application/json;q=0, */*", "GraphQLResponse")]
    [InlineData("application/graphql-response+json;q=0, */*", "Json")]
    [InlineData("*/*, application/json;q=0.2", "GraphQLResponse")]
    [InlineData("application/json;q=0", null)]
    [InlineData("*/*;q=0", null)]
    [InlineData("text/event-stream", "EventStream")]
    [InlineData("text/event-stream; charset=utf-8", "EventStream")]
    [InlineData("text/event-stream, */*;q=0.1", "EventStream")]
    [InlineData("text/event-stream, application/json;q=0.5", "EventStream")]
    [InlineData("text/event-stream, application/json", "Json")]
    [InlineData("application/graphql-response+json, application/json, text/event-stream", "GraphQLResponse")]
    [InlineData("text/event-stream;q=0, */*", "Json")]
    [InlineData("text/html", null)]
    [InlineData("text/*", null)]
    [InlineData("application/xml", null)]
    [InlineData("application/json; charset=iso-8859-1", null)]
    [InlineData("nonsense", null)]
    public void The_format_is_what_the_caller_likes_best(string accept, string? expected) =>
        Assert.Equal(expected, ContentNegotiation.Choose(accept)?.Kind.ToString());

    [Theory]
    [InlineData("application/json", "application/json; charset=utf-8")]
    [InlineData("application/json; decimals=string", "application/json; charset=utf-8; decimals=string")]
    [InlineData("application/json; Decimals=\"STRING\"; charset=utf-8", "application/json; charset=utf-8; decimals=string")]
    [InlineData("application/graphql-response+json; decimals=string", "application/graphql-response+json; charset=utf-8; decimals=string")]
    [InlineData("text/event-stream; decimals=string", "text/event-stream; charset=utf-8; decimals=string")]
    [InlineData("*/*; decimals=string", "application/json; charset=utf-8; decimals=string")]
    [InlineData("application/json; decimals=string, application/json; q=0.5", "application/json; charset=utf-8; decimals=string")]
    [InlineData("application/json; decimals=string; q=0.5, application/json", "application/json; charset=utf-8")]
    [InlineData("application/json, */*; decimals=string", "application/json; charset=utf-8")]
    [InlineData("application/json; decimals=number", null)]
    [InlineData("application/json; decimals", null)]
    [InlineData("application/json; decimals=string; decimals=string", null)]
    [InlineData("application/json; decimals=number, */*; q=0.1", "application/json; charset=utf-8")]
    public void Decimals_are_strings_for_whoever_asks_and_the_content_type_says_so(string accept, string? contentType) =>
        Assert.Equal(contentType, ContentNegotiation.Choose(accept)?.ContentType);

    [Fact]
    public void Several_headers_count_as_one() =>
        Assert.Equal(
            ResponseFormat.GraphQLResponse,
            ContentNegotiation.Choose(new(["text/html", "application/json;q=0.5, application/graphql-response+json"]))?.Kind
        );

    [Theory]
    [InlineData("application/json, text/event-stream", true)]
    [InlineData("application/json, text/event-stream;q=0.1", true)]
    [InlineData("application/json, text/event-stream;q=0", false)]
    [InlineData("application/json, */*", false)]
    [InlineData("text/*", false)]
    [InlineData("nonsense", false)]
    public void Events_are_for_those_who_name_them(string accept, bool expected) =>
        Assert.Equal(expected, ContentNegotiation.AcceptsEvents(accept));
}
