using System.Collections.Frozen;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>A volume metric, by which an audience is counted: a line of <c>volume-metrics.csv</c>.</summary>
/// <param name="Named">What it is, in words that go on after "The indicator counts".</param>
/// <param name="CountInstead">Indicators that realise a purpose.</param>
/// <param name="MadeGoodBy">The kinds of phrases beside which it is no volume metric.</param>
internal sealed record VolumeTerm(string Metric, string Named, IReadOnlyList<string> CountInstead, IReadOnlyList<string> MadeGoodBy)
{
    public static FrozenDictionary<string, VolumeTerm> All { get; } =
        GoalData
            .Table("volume-metrics.csv")
            .Select(row => new VolumeTerm(row[0], row[1], row[2].Split("; "), row[3].Split(' ')))
            .ToFrozenDictionary(term => term.Metric);

    /// <summary>
    /// The volume metric that an indicator is, or null when it says what people do for the purpose. One metric that something makes good makes the
    /// indicator good: "followers who ordered" and "likes and orders" both count orders.
    /// </summary>
    public static VolumeTerm? Of(string indicator)
    {
        List<string> kinds = [.. VolumeWords.In(FoldedWords.Of(indicator)).Select(phrase => phrase.Kind)];
        // "Followers who liked it" says who, and again how many looked.
        if (kinds.FindLastIndex(All.ContainsKey) > kinds.LastIndexOf(VolumeWords.Who))
            kinds.RemoveAll(kind => kind == VolumeWords.Who);
        List<VolumeTerm> terms = [.. kinds.Where(All.ContainsKey).Select(kind => All[kind])];
        return terms.Exists(term => term.MadeGoodBy.Any(kinds.Contains)) ? null : terms.FirstOrDefault();
    }
}
