using System.Globalization;

namespace AgencyRoi.Benchmarks.Compare;

/// <summary>An endpoint of somebody else that answers the same question from a database of its own.</summary>
/// <param name="Header">A header that picks the agency, as <c>name: value</c>.</param>
internal sealed record PeerEndpoint(Uri Address, string Body, string? Header);

/// <summary>What is measured besides the agency of 200 clients.</summary>
internal sealed record ComparisonOptions
{
    public int Rounds { get; init; } = 7;

    public TimeSpan Turn { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Another agency with so many clients; 0: none.</summary>
    public int Clients { get; init; }

    /// <summary>Another agency of 200 clients with so many times the entries; 0: none.</summary>
    public int Entries { get; init; }

    public PeerEndpoint? Peer { get; init; }

    /// <param name="arguments">Names and values in turns.</param>
    public static ComparisonOptions Parse(string[] arguments)
    {
        var given = arguments.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
        var options = new ComparisonOptions();
        return options with
        {
            Rounds = Number("--rounds", options.Rounds),
            Turn = TimeSpan.FromSeconds(Number("--seconds", (int)options.Turn.TotalSeconds)),
            Clients = Number("--clients", 0),
            Entries = Number("--entries", 0),
            Peer = given.TryGetValue("--peer", out var address)
                ? new(new(address), File.ReadAllText(given["--peer-body"]), given.GetValueOrDefault("--peer-header"))
                : null,
        };

        int Number(string name, int otherwise) =>
            given.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }
}
