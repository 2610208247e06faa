using System.Net;
using System.Net.Http.Json;
using AgencyRoi.Tests.Isolation;

namespace AgencyRoi.Tests.Access.Tokens;

/// <summary>Whatever happens at the same moment, and whichever answers are lost: a token has one successor, and none that escapes.</summary>
public sealed class RotationRaceTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Rotate = "tokens/RotateApiToken";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1440, false)]
    [InlineData(0, false)]
    [InlineData(1440, true)]
    public async Task Rotated_many_times_at_once_it_has_one_successor(int overlapMinutes, bool byOthers)
    {
        await using var other = await app.StartAnotherAsync();
        var (id, text) = await MakeAsync("READ_ONLY");
        var input = new { id, overlapMinutes };

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => AnswerAsync(byOthers ? app.Alpha.OwnerToken : text, Rotate, input, i % 2 == 0 ? app.Address : other.Address))
        );

        Assert.Single(answers, answer => answer.Contains("\"token\":\"aroi_", StringComparison.Ordinal));
        Assert.Equal(1L, await ActiveSuccessorsAsync(id));
    }

    [Fact]
    public async Task Revoked_with_all_that_it_made_at_the_same_moment_no_successor_escapes()
    {
        for (var i = 0; i < 20; i++)
        {
            var (makerId, maker) = await MakeAsync("OWNER");
            var (id, text) = await MakeAsync("READ_ONLY", maker);
            var revoked = i % 2 == 0 ? makerId : id;

            var answers = await Task.WhenAll(
                AnswerAsync(text, Rotate, new { id }),
                AnswerAsync(maker, Rotate, new { id }),
                AnswerAsync(app.Alpha.OwnerToken, "tokens/RevokeApiToken", new { id = revoked, withAllItMade = true })
            );

            Assert.Contains("\"errors\":null", answers[2], StringComparison.Ordinal);
            Assert.Equal(0L, await ActiveSuccessorsAsync(id));
        }
    }

    [Fact]
    public async Task Two_that_rotate_each_other_do_not_wait_for_ever()
    {
        for (var i = 0; i < 10; i++)
        {
            var (first, firstText) = await MakeAsync("OWNER");
            var (second, secondText) = await MakeAsync("OWNER");

            await Task.WhenAll(
                AnswerAsync(firstText, Rotate, new { id = second }),
                AnswerAsync(secondText, Rotate, new { id = first }),
                AnswerAsync(firstText, Rotate, new { id = first }),
                AnswerAsync(secondText, Rotate, new { id = second })
            );

            Assert.Equal((1L, 1L), (await ActiveSuccessorsAsync(first), await ActiveSuccessorsAsync(second)));
        }
    }

    [Fact]
    public async Task Whose_answer_is_lost_at_whatever_moment_has_a_good_token_after_sending_it_again()
    {
        var dice = new Random(20260115);
        var lost = 0;
        for (var i = 0; i < 25; i++)
        {
            var (id, text) = await MakeAsync("READ_ONLY");
            using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            var asking = AnswerAsync(text, Rotate, new { id }, cancellationToken: leaving.Token);
            leaving.CancelAfter(TimeSpan.FromMilliseconds(dice.Next(30)));
            try
            {
                await asking;
            }
            catch (OperationCanceledException)
            {
                lost++;
            }

            var again = await app.AnswerAsync(text, Rotate, new { input = new { id, replacesUnused = true } });
            var issued = again.GetProperty("data").GetProperty("rotateApiToken").GetProperty("issuedApiToken");

            Assert.Equal(HttpStatusCode.OK, await StatusAsync(issued.Text("token")));
            Assert.Equal(1L, await ActiveSuccessorsAsync(id));
        }
        Assert.True(lost > 0, "No answer was lost.");
    }

    private async Task<long> ActiveSuccessorsAsync(string id) =>
        (long)
            (
                await app.Database.AsSuperuserAsync(
                    $"select count(*) from app.api_tokens where predecessor_id = '{IsolationWorld.KeyOf(id)}' and revoked_at is null"
                )
            )!;

    private async Task<(string Id, string Text)> MakeAsync(string role, string? by = null)
    {
        // As outside of tests, where no two are made in one moment: ids are in the order of their making.
        app.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var input = new { role, label = TokenLabel.Another("raced") };
        var issued = await app.DoAsync(by ?? app.Alpha.OwnerToken, "tokens/CreateApiToken", input);
        return (issued.GetProperty("apiToken").Text("id"), issued.Text("token"));
    }

    private async Task<string> AnswerAsync(
        string by,
        string operation,
        object input,
        Uri? address = null,
        CancellationToken cancellationToken = default
    )
    {
        using var caller = app.As(by);
        using var answer = await caller.PostAsJsonAsync(
            new Uri(address ?? app.Address, "/graphql"),
            new { documentId = operation, variables = new { input } },
            cancellationToken
        );
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var caller = app.As(token);
        using var answer = await caller.GetAsync("/graphql?documentId=clients/Viewer");
        return answer.StatusCode;
    }
}
