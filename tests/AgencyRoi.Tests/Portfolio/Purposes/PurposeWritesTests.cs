namespace AgencyRoi.Tests.Portfolio.Purposes;

public sealed class PurposeWritesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public async Task A_purpose_is_stated_restated_and_read_back()
    {
        var id = await app.PurposeAsync(app.Alpha, await app.ClientAsync(app.Alpha));

        var restated = await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/UpdatePurpose",
            new
            {
                id,
                version = 1,
                problem = "Nobody answers",
                type = "BRAND",
            }
        );
        var read = (await app.SendAsync(app.Alpha.OwnerToken, "goals/Purpose", new { id })).GetProperty("node");

        Assert.Equal(restated.ToString(), read.ToString());
        Assert.Equal(
            ("Nobody answers", "Answer before they call", "BRAND"),
            (read.Text("problem"), read.Text("whatFor"), read.Text("type"))
        );
        Assert.Equal(
            ["CONFLICT input.version"],
            await app.RefusalAsync(app.Alpha.StaffToken, "goals/UpdatePurpose", new { id, version = 1 })
        );
    }

    [Fact]
    public async Task All_three_questions_need_an_answer()
    {
        var clientId = await app.ClientAsync(app.Alpha);

        var refusal = await app.RefusalAsync(
            app.Alpha.StaffToken,
            "goals/CreatePurpose",
            new
            {
                clientId,
                type = "OTHER",
                whatFor = "",
                problem = " ",
                audience = "\t",
            }
        );

        Assert.Equal(["BAD_INPUT input.whatFor", "BAD_INPUT input.problem", "BAD_INPUT input.audience"], refusal);
    }
}
