using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace AgencyRoi.Tests.Entry.Api.ResponseCaching;

/// <summary>
/// Writers of two agencies who ask what was spent after each of their own postings, over two instances: nobody ever reads less than what they know to be
/// posted, more than what anybody can have posted, or what the other agency spent.
/// </summary>
public sealed class StaleAnswerTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const int Writers = 8;
    private const string Question =
        "query ($p: PeriodInput!) { compareClients(period: $p, viewpoint: CLIENT, first: 100) { totals { cost { amount } } } }";

    private static readonly int Postings = int.Parse(
        Environment.GetEnvironmentVariable("STALE_POSTINGS") ?? "100",
        CultureInfo.InvariantCulture
    );

    [Fact]
    public async Task An_answer_is_never_older_than_its_question_nor_anothers()
    {
        await using var another = await app.StartAnotherAsync();
        var (alpha, beta) = (new Spending(app.Alpha, 1m), new Spending(app.Beta, 1000m));
        foreach (var spending in new[] { alpha, beta })
            spending.Client = await app.ClientAsync(spending.Agency, currency: spending.Agency.Tenant.CurrencyCode);
        var answers = 0;

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(WriteAsync));

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Postings} postings from {Writers} connections, {answers} answers over two instances."
        );
        Assert.True(answers > Postings);

        async Task WriteAsync(int writer)
        {
            var mine = writer % 2 == 0 ? alpha : beta;
            for (var i = writer; i < Postings; i += Writers)
            {
                Interlocked.Increment(ref mine.Begun);
                await app.CostAsync(
                    mine.Agency,
                    Bookkeeping.NewCost(
                        mine.Client,
                        mine.Amount,
                        currency: mine.Agency.Tenant.CurrencyCode,
                        externalReference: $"w{writer}-{i}"
                    )
                );
                var posted = Interlocked.Increment(ref mine.Ended);
                // Asked twice at each instance: the second may be kept.
                for (var asked = 0; asked < 4; asked++)
                {
                    var address = asked % 2 == 0 ? app.Address : another.Address;
                    var spent = await SpentAsync(address, mine.Agency);
                    var begun = Volatile.Read(ref mine.Begun);
                    Interlocked.Increment(ref answers);
                    Assert.True(
                        spent >= posted * mine.Amount && spent <= begun * mine.Amount && spent % mine.Amount == 0m,
                        $"Read {spent} where between {posted} and {begun} postings of {mine.Amount} were made."
                    );
                }
            }
        }
    }

    private async Task<decimal> SpentAsync(Uri address, TestAgency agency)
    {
        using var client = app.As(agency.StaffToken);
        client.BaseAddress = address;
        using var response = await client.PostAsJsonAsync(
            "/graphql",
            new { query = Question, variables = new { p = Bookkeeping.Period() } }
        );
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer
            .GetProperty("data")
            .GetProperty("compareClients")
            .GetProperty("totals")
            .GetProperty("cost")
            .GetProperty("amount")
            .GetDecimal();
    }

    private sealed class Spending(TestAgency agency, decimal amount)
    {
        public int Begun;
        public int Ended;

        public TestAgency Agency => agency;

        public decimal Amount => amount;

        public string Client { get; set; } = "";
    }
}
