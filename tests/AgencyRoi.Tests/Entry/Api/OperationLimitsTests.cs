using System.Net.Http.Json;
using AgencyRoi.Entry.Api;
using AgencyRoi.GraphQL.Validation.Limits;
using AgencyRoi.Platform.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace AgencyRoi.Tests.Entry.Api;

public sealed class OperationLimitsTests(OperationLimitsTests.StrictApp app) : IClassFixture<OperationLimitsTests.StrictApp>
{
    [Fact]
    public void Without_settings_they_are_the_engines() => Assert.Equal(new DocumentLimits(), Read([]).OfDocuments);

    [Theory]
    [InlineData("Terms")]
    [InlineData("TermNesting")]
    [InlineData("Values")]
    [InlineData("ListItems")]
    public void A_limit_that_would_refuse_everything_is_no_setting(string name) =>
        Assert.Throws<SettingException>(() => Read([new($"Limits:{name}", "0")]));

    [Theory]
    [InlineData("{ name: { eq: \"a\", neq: \"b\" } }", null)]
    [InlineData("{ name: { eq: \"a\", neq: \"b\", contains: \"c\" } }", "TOO_MANY_TERMS")]
    [InlineData("{ and: { and: { name: { eq: \"a\" } } } }", "TERMS_NESTED_TOO_DEEP")]
    [InlineData("{ name: { in: [\"a\", \"b\", \"c\"], nin: [\"d\"] } }", "TOO_MANY_VALUES")]
    [InlineData("{ name: { in: [\"a\", \"b\", \"c\", \"d\"] } }", "LIST_TOO_LONG")]
    public async Task What_the_operator_sets_holds(string where, string? limit)
    {
        using var caller = app.As(app.Alpha.OwnerToken);
        using var answer = await caller.PostAsJsonAsync(
            "/graphql",
            new { query = $"{{ clients(first: 1, where: {where}) {{ nodes {{ id }} }} }}" },
            TestContext.Current.CancellationToken
        );
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains(limit is null ? "\"nodes\":[]" : $"\"limit\":\"{limit}\"", text);
    }

    private static InputLimitSettings Read(IEnumerable<KeyValuePair<string, string?>> settings) =>
        InputLimitSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

    public sealed class StrictApp(PostgresFixture postgres) : AgencyApp(postgres)
    {
        protected override void Configure(WebApplicationBuilder builder)
        {
            base.Configure(builder);
            builder.Configuration["Limits:Terms"] = "2";
            builder.Configuration["Limits:TermNesting"] = "1";
            builder.Configuration["Limits:Values"] = "3";
            builder.Configuration["Limits:ListItems"] = "3";
        }
    }
}
