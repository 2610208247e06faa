using System.Text.Json;

namespace AgencyRoi.Tests.Api;

public sealed class ClosedCodesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Theory]
    [InlineData("{ clients { ", "SYNTAX_ERROR")]
    [InlineData("{ nothing }", "VALIDATION_ERROR")]
    [InlineData("query A { viewer { role } } query B { viewer { role } }", "OPERATION_NOT_FOUND")]
    [InlineData("{ clients(first: 101) { nodes { name } } }", "BAD_INPUT")]
    [InlineData("{ clients(after: \"nonsense\") { nodes { name } } }", "BAD_CURSOR")]
    [InlineData("{ exchangeRates(where: { rate: { gt: \"x\" } }) { nodes { id } } }", "VALIDATION_ERROR")]
    public async Task A_faulty_request_is_answered_with_a_code_of_the_list(string document, string code)
    {
        Assert.Equal(code, CodeOf(await app.AskAsync(app.Alpha.OwnerToken, document)));
    }

    [Fact]
    public async Task Every_limit_on_documents_has_the_same_code_and_its_own_name()
    {
        var deep =
            "{ clients { nodes { campaigns { nodes { " + string.Concat(Enumerable.Repeat("parent { ", 12)) + "name" + new string('}', 17);

        var answer = await app.AskAsync(app.Alpha.OwnerToken, deep);

        Assert.Equal("LIMIT_EXCEEDED", CodeOf(answer));
        Assert.Equal("TOO_DEEP", answer.GetProperty("errors")[0].GetProperty("extensions").Text("limit"));
    }

    [Fact]
    public async Task Neighbours_of_a_misspelt_name_are_told_to_staff_alone()
    {
        var staff = await app.AskAsync(app.Alpha.AnalystToken, "{ clientss { nodes { name } } }");
        var portal = await app.AskAsync(app.Alpha.PortalToken, "{ clientss { nodes { name } } }");

        Assert.Contains("Did you mean", staff.ToString());
        Assert.DoesNotContain("Did you mean", portal.ToString());
    }

    private static string CodeOf(JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").Text("code");
}
