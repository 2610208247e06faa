using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>Every limit over real HTTP: a request at it passes it, one past it is refused with its code and its name, and no statement is made.</summary>
public sealed class LimitsTests(UncachedApp app) : IClassFixture<UncachedApp>
{
    [Fact]
    public async Task Each_limit_holds_at_its_number_and_refuses_one_past_it_without_a_statement()
    {
        var table = new StringBuilder("| limit | code | name | ms to refuse | statements |\n|---|---|---|---|---|\n");
        foreach (var limit in LimitCase.All)
        {
            // A connection of its own: the server closes one whose body it does not want to read.
            using var caller = app.As(app.Alpha.OwnerToken);
            using (var passed = await PostAsync(caller, limit.AtLimit))
                Assert.True(await ReadAsync(passed) is var answer && !IsRefusal(answer, limit), $"{limit.What}: {answer}");

            using var statements = new StatementCounter(app.Database);
            var watch = Stopwatch.StartNew();
            using var refused = await PostAsync(caller, limit.OnePast);
            var elapsed = watch.Elapsed.TotalMilliseconds;

            var body = await ReadAsync(refused);
            var extensions = JsonDocument.Parse(body).RootElement.GetProperty("errors")[0].GetProperty("extensions");
            Assert.True((limit.Code, limit.Name) == (extensions.Text("code"), extensions.Text("limit")), $"{limit.What}: {body}");
            Assert.True(
                limit.IsOfField
                    ? statements.Texts.All(text => text.StartsWith("set", StringComparison.OrdinalIgnoreCase))
                    : statements.Count == 0,
                $"{limit.What}: {string.Join("; ", statements.Texts)}"
            );
            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {limit.What} | {limit.Code} | {limit.Name} | {elapsed:0.0} | {(limit.IsOfField ? "0 beside the transaction's own" : statements.Count)} |"
            );
        }
        TestContext.Current.TestOutputHelper?.WriteLine(table.ToString());
    }

    [Fact]
    public async Task A_limit_among_other_faults_of_one_value_is_the_answer()
    {
        const string document = "mutation ($input: RecordDeflectionInput!) { recordDeflection(input: $input) { errors { __typename } } }";
        object input = new
        {
            clientId = "x",
            occurredOn = "no day",
            externalReference = new string('x', 10_001),
            content = new
            {
                contacts = "no number",
                currency = new string('x', 10_001),
                deflectionRate = new { expected = "no number" },
            },
        };

        var answer = await app.AskAsync(app.Alpha.StaffToken, document, new { input });

        Assert.Equal("STRING_TOO_LONG", answer.List("errors").Single().GetProperty("extensions").Text("limit"));
    }

    [Fact]
    public async Task A_filter_of_14_400_comparisons_is_refused_without_a_statement_and_has_a_price_otherwise()
    {
        using var caller = app.As(app.Alpha.PortalToken);
        caller.DefaultRequestHeaders.Add("GraphQL-Cost", "validate");
        using var statements = new StatementCounter(app.Database);

        using var refused = await PostAsync(caller, Groups(240, 60));
        using var few = await PostAsync(caller, Groups(10, 10));

        Assert.Contains("TOO_MANY_TERMS", await ReadAsync(refused));
        // 21 for the page of clients; 100 comparisons; 10 groups and 100 members of theirs at a tenth.
        Assert.Contains("\"requestedQueryCost\":132", await ReadAsync(few));
        Assert.DoesNotContain(statements.Texts, text => text.Contains("app.clients ", StringComparison.Ordinal));
    }

    private static string Groups(int groups, int comparisons) =>
        LimitCase.Ask(
            "query($v: ClientFilterInput) { clients(first: 10, where: $v) { nodes { id } } }",
            JsonSerializer.Serialize(
                new
                {
                    and = Enumerable.Repeat(
                        new { or = Enumerable.Range(0, comparisons).Select(i => new { name = new { neq = $"{i}" } }) },
                        groups
                    ),
                }
            )
        );

    // At one limit and past another would prove nothing.
    private static bool IsRefusal(string answer, LimitCase limit) =>
        answer.Contains(limit.Name, StringComparison.Ordinal) || answer.Contains("LIMIT_EXCEEDED", StringComparison.Ordinal);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient caller, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.ExpectContinue = body.Length > 1024 * 1024;
        return await caller.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> ReadAsync(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
