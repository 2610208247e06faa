using System.Text.Json;
using System.Text.RegularExpressions;
using AgencyRoi.Entry.Api;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Tests.Entry.Api;

public sealed partial class ClosedCodesTests(AgencyApp app) : IClassFixture<AgencyApp>
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
        var staff = await app.AskAsync(app.Alpha.StaffToken, "{ clientss { nodes { name } } }");
        var portal = await app.AskAsync(app.Alpha.PortalToken, "{ clientss { nodes { name } } }");

        Assert.Contains("Did you mean", staff.ToString());
        Assert.DoesNotContain("Did you mean", portal.ToString());
    }

    [Fact]
    public void A_code_that_nobody_was_promised_is_a_fault_of_ours_and_keeps_its_words_to_itself()
    {
        var closed = ClosedCodes.Close(new GraphQLError("duplicate key in app.clients") { Code = "TABLE_FULL", Path = ["clients"] });

        Assert.Equal(("INTERNAL", "Something went wrong here."), (closed.Code, closed.Message));
        Assert.Contains("TABLE_FULL", closed.Exception!.Message);
        Assert.Equal(["clients"], closed.Path);
    }

    /// <summary>Codes are written as a value of the enum or a constant of the engine's list, which another test compares with it; never as a text.</summary>
    [Fact]
    public void No_place_writes_a_code_of_its_own()
    {
        var places =
            from file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src"), "*.cs", SearchOption.AllDirectories)
            where Path.GetFileName(file) is not ("ErrorCodes.cs" or "LimitNames.cs")
            from line in File.ReadLines(file)
            where CodeAsText().IsMatch(line)
            select $"{Path.GetFileName(file)}: {line.Trim()}";

        Assert.Empty(places);
        Assert.Matches(CodeAsText(), "new GraphQLError(\"x\") { Code = \"SOME_CODE\" }");
    }

    // A text in capitals after the word code, or as the last argument of an exception or a refusal.
    [GeneratedRegex("""\b[Cc]ode("u8)?( =|:|,)? "[A-Z]+(_[A-Z]+)*"|(Exception|Refuse\w*|WriteAsync)\(.*"[A-Z]{3,}(_[A-Z]+)*"[,)]""")]
    private static partial Regex CodeAsText();

    private static string CodeOf(JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").Text("code");
}
