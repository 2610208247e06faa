using System.Net.Mime;
using System.Text;
using System.Text.Json;
using AgencyRoi.Benchmarks.Load;
using AgencyRoi.Benchmarks.Sample;

namespace AgencyRoi.Benchmarks.Http;

/// <summary>One request that is measured.</summary>
internal sealed record HttpCase(string Name, string Address, string Query, double? Target)
{
    public string Body => JsonSerializer.Serialize(new { query = Query });
}

/// <summary>
/// The sample server under load: rounds in which each case has its turn, so that what else the machine does falls on all of them. A case's
/// ratio is the median, over the rounds, of its requests to those of the plain endpoint in the same round.
/// </summary>
internal sealed class HttpBenchmark(int rounds, TimeSpan turn)
{
    private const string Server = "http://127.0.0.1:5710";
    private const int Connections = 16;

    private static readonly HttpCase Plain = new("plain endpoint", SampleServer.PlainAddress, "{ hello }", null);

    private static readonly IReadOnlyList<HttpCase> Cases =
    [
        Plain,
        new("{ hello }", SampleServer.GraphQLAddress, "{ hello }", 0.75),
        new("50 x 6 scalars", SampleServer.GraphQLAddress, "{ accounts { id name industry currency budget isActive } }", 0.45),
        new(
            "and 3 channels each",
            SampleServer.GraphQLAddress,
            "{ accounts { id name industry currency budget isActive channels { id network handle } } }",
            0.25
        ),
    ];

    private readonly Wrk wrk = new(Connections);

    public async Task RunAsync()
    {
        await using var server = await SampleServer.StartAsync(Server);
        Console.WriteLine($"wrk, {Connections} connections, {rounds} rounds of {turn.TotalSeconds} s for each case; {Measure.Machine()}");
        var answers = new Dictionary<HttpCase, int>();
        foreach (var one in Cases)
        {
            answers[one] = await AnswerLengthAsync(one);
            await TurnAsync(one);
        }

        var turns = Cases.ToDictionary(one => one, _ => new List<WrkTurn>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var one in Cases)
                turns[one].Add(await TurnAsync(one));
        }
        Console.WriteLine($"at the end: {Measure.Machine()}");
        Print(answers, turns);
    }

    private Task<WrkTurn> TurnAsync(HttpCase one) =>
        WrkTurn.MeasureAsync(() => wrk.RunAsync(new Uri(Server + one.Address), one.Body, turn));

    /// <summary>Asks once, so that what is measured is known to be an answer.</summary>
    private static async Task<int> AnswerLengthAsync(HttpCase one)
    {
        using var client = new HttpClient();
        using var content = new StringContent(one.Body, Encoding.UTF8, MediaTypeNames.Application.Json);
        using var response = await client.PostAsync(Server + one.Address, content);
        var text = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        return text.Contains("\"errors\"", StringComparison.Ordinal)
            ? throw new InvalidOperationException(text)
            : Encoding.UTF8.GetByteCount(text);
    }

    private static void Print(Dictionary<HttpCase, int> answers, Dictionary<HttpCase, List<WrkTurn>> turns)
    {
        Console.WriteLine();
        Console.WriteLine("                       answer               ratio to            processor   allocated");
        Console.WriteLine("case                    bytes  requests/s      plain  target  µs/request  bytes/request");
        foreach (var one in Cases)
        {
            var ratio = turns[one].Zip(turns[Plain], (its, plain) => its.PerSecond / plain.PerSecond).Median();
            Console.WriteLine(
                $"{one.Name, -20} {answers[one], 8} {Median(turn => turn.PerSecond), 11:0} {ratio, 10:0.000} {one.Target, 7:0.00} {Median(turn => turn.Microseconds), 11:0.0} {Median(turn => turn.Bytes), 14:0}"
            );

            double Median(Func<WrkTurn, double> of) => turns[one].Select(of).Median();
        }
    }
}
