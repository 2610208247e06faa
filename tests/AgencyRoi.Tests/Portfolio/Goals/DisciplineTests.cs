using System.Text.Json;

namespace AgencyRoi.Tests.Portfolio.Goals;

/// <summary>A purpose has a discipline, and with it the streams that its goals may use.</summary>
public sealed class DisciplineTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    public static TheoryData<string, string> Types =>
        new()
        {
            { "CUSTOMER_CARE", "MARKETING" },
            { "PRODUCT_FEEDBACK", "PR" },
            { "IDEA_GENERATION", "PR" },
            { "POINT_OF_SALE_LINK", "MARKETING" },
            { "POST_SALE_SERVICE", "MARKETING" },
            { "SOCIAL_SELLING", "MARKETING" },
            { "BRAND", "BRAND" },
            { "OTHER", "MARKETING" },
        };

    [Theory]
    [MemberData(nameof(Types))]
    public async Task The_type_decides_unless_a_discipline_is_given(string type, string discipline)
    {
        Assert.Equal(discipline, (await PurposeAsync(type)).Text("discipline"));
        Assert.Equal("PR", (await PurposeAsync(type, "PR")).Text("discipline"));
    }

    [Theory]
    [InlineData("BRAND", "DIRECT_SALES")]
    [InlineData("BRAND", "CONVERSIONS")]
    [InlineData("PR", "DIRECT_SALES")]
    [InlineData("PR", "CONVERSIONS")]
    public async Task Goals_of_brand_and_pr_may_not_use_direct_streams(string discipline, string stream)
    {
        var purpose = await PurposeAsync("BRAND", discipline);

        Assert.Equal(
            ["STREAM_NOT_OF_DISCIPLINE input.stream"],
            await app.RefusalAsync(app.Alpha.StaffToken, "goals/CreateGoal", NewGoal(purpose, stream))
        );
    }

    [Fact]
    public async Task A_goal_may_not_be_moved_to_a_stream_of_another_discipline()
    {
        var purpose = await PurposeAsync("BRAND");
        var goal = await app.DoAsync(app.Alpha.StaffToken, "goals/CreateGoal", NewGoal(purpose, "REPUTATION"));

        Assert.Equal(
            ["STREAM_NOT_OF_DISCIPLINE input.stream"],
            await app.RefusalAsync(
                app.Alpha.StaffToken,
                "goals/UpdateGoal",
                new
                {
                    id = goal.Text("id"),
                    version = 1,
                    stream = "DIRECT_SALES",
                }
            )
        );
    }

    [Fact]
    public async Task A_purpose_keeps_a_discipline_that_its_goals_need()
    {
        var purpose = await PurposeAsync("SOCIAL_SELLING");
        await app.DoAsync(app.Alpha.StaffToken, "goals/CreateGoal", NewGoal(purpose, "CONVERSIONS"));

        Assert.Equal(
            ["STREAM_NOT_OF_DISCIPLINE input.discipline"],
            await RefusedAsync(
                new
                {
                    id = purpose.Text("id"),
                    version = 1,
                    discipline = "PR",
                }
            )
        );
        Assert.Equal(
            ["STREAM_NOT_OF_DISCIPLINE input.type"],
            await RefusedAsync(
                new
                {
                    id = purpose.Text("id"),
                    version = 1,
                    type = "BRAND",
                }
            )
        );
        var restated = await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/UpdatePurpose",
            new
            {
                id = purpose.Text("id"),
                version = 1,
                type = "BRAND",
                discipline = "MARKETING",
            }
        );
        Assert.Equal(("BRAND", "MARKETING"), (restated.Text("type"), restated.Text("discipline")));
    }

    private async Task<JsonElement> PurposeAsync(string type, string? discipline = null) =>
        await app.DoAsync(
            app.Alpha.StaffToken,
            "goals/CreatePurpose",
            new
            {
                clientId = await app.ClientAsync(app.Alpha),
                type,
                discipline,
                whatFor = "Be known",
                problem = "Nobody has heard of it",
                audience = "Neighbours",
            }
        );

    private static object NewGoal(JsonElement purpose, string stream) =>
        new
        {
            purposeId = purpose.Text("id"),
            type = "AWARENESS",
            name = "Named by neighbours",
            indicator = "orders that name a neighbour",
            stream,
        };

    private Task<string[]> RefusedAsync(object input) => app.RefusalAsync(app.Alpha.StaffToken, "goals/UpdatePurpose", input);
}
