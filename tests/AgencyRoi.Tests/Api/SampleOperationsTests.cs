using AgencyRoi.Database.Server;

namespace AgencyRoi.Tests.Api;

public sealed class SampleOperationsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(Checkout.Root, "schema/operations"), "*.graphql").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_sample_fits_the_schema(string file)
    {
        var answer = await app.AskAsync(app.Alpha.OwnerToken, Repository.Read($"schema/operations/{file}"), operationName: "NoneOfThese");

        // A document is validated as a whole before its operation is looked for.
        var error = answer.GetProperty("errors")[0];
        Assert.True(error.GetProperty("extensions").Text("code") == "OPERATION_NOT_FOUND", error.ToString());
    }
}
