using AgencyRoi.Metrics.Attribution;

namespace AgencyRoi.Metrics.Tests.Attribution;

/// <summary>A path with its counts, and sets of them.</summary>
internal sealed record CountedPath(int[] Channels, PathCount Count)
{
    private static readonly string[] Names =
    [
        "alpha",
        "beta",
        "delta",
        "epsilon",
        "eta",
        "gamma",
        "iota",
        "kappa",
        "lambda",
        "mi",
        "theta",
        "zeta",
    ];

    /// <summary>The letters from A on are channels from 0 on: <c>AB 3 1</c> is A, then B, three times to a conversion worth 10 and once to none.</summary>
    public static CountedPath Of(string text)
    {
        var words = text.Split(' ');
        var conversions = Number(words[1]);
        return new(
            [.. words[0].Select(letter => letter - 'A')],
            new()
            {
                Conversions = conversions,
                Value = conversions * 10m,
                Nulls = words.Length > 2 ? Number(words[2]) : 0m,
            }
        );
    }

    /// <summary>10,000 real paths over twelve channels in the order of their names.</summary>
    public static IEnumerable<CountedPath> Real() =>
        Methodology
            .Data.Rows("channelattribution-pathdata/path_data.csv")
            .Select(row => new CountedPath(
                [.. row[0].Split(" > ").Select(name => Array.IndexOf(Names, name))],
                new()
                {
                    Conversions = Number(row[1]),
                    Value = Number(row[2]),
                    Nulls = Number(row[3]),
                }
            ));

    public static List<CountedPath> Random(Random random, int paths, int channels) =>
        [
            .. Enumerable
                .Range(0, paths)
                .Select(_ => new CountedPath(
                    [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(channels))],
                    new()
                    {
                        Conversions = random.Next(0, 5),
                        Value = random.Next(-2_000, 10_000) / 100m,
                        Nulls = random.Next(1, 5),
                    }
                )),
        ];

    public static MarkovChain Chain(int order, IEnumerable<CountedPath> paths)
    {
        var chain = new MarkovChain(order);
        foreach (var path in paths)
            chain.Add(path.Channels, path.Count);
        return chain;
    }

    public static MarkovAttribution Markov(int order, params IEnumerable<string> paths) => Chain(order, paths.Select(Of)).Attribute();
}
