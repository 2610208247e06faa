using System.Text.Json;

namespace AgencyRoi.Tests.Records.IndirectValue;

/// <summary>A refusal that compares two fields names both.</summary>
public sealed class RefusalWordsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Theory]
    [InlineData("CareCase", "auditInauthentic", "101", "auditInauthentic is larger than auditSample.")]
    [InlineData("Backlink", "seenOn", "\"2020-01-01\"", "seenOn lies before occurredOn.")]
    public async Task It_names_the_fields_that_it_compares(string kind, string field, string value, string message)
    {
        var client = await app.ClientAsync(app.Alpha);
        var sample = StreamSample.Of(kind);

        var answer = await app.AnswerAsync(
            app.Alpha.StaffToken,
            sample.Operation,
            new { input = sample.Input(client, null, (field, value)) }
        );

        var error = Assert.Single(answer.GetProperty("data").EnumerateObject().Single().Value.List("errors"));
        Assert.Equal((message, field), (error.Text("message"), error.List("path")[^1].GetString()));
    }
}
