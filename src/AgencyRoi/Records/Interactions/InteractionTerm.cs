using System.Collections.Frozen;

namespace AgencyRoi.Records.Interactions;

/// <summary>A word by which a network calls a kind of interactions: of a line of <c>interaction-terms.csv</c>.</summary>
/// <param name="NetworkCode">The code of the network that uses it; null: every network that has no other meaning for it.</param>
/// <param name="Term">The word, in small letters with underscores for blanks and hyphens.</param>
/// <param name="Kind">The kind that it is.</param>
/// <param name="Source">Where the word is from.</param>
internal sealed record InteractionTerm(string? NetworkCode, string Term, InteractionKind Kind, string Source)
{
    private const string EveryNetwork = "*";

    public static IReadOnlyList<InteractionTerm> All { get; } = Read();

    private static readonly FrozenDictionary<(string? NetworkCode, string Term), InteractionKind> ByTerm = All.ToFrozenDictionary(
        term => (term.NetworkCode, term.Term),
        term => term.Kind
    );

    private static readonly FrozenSet<string> Terms = All.Select(term => term.Term).ToFrozenSet();

    /// <summary>The kind that a network's word is, by the network itself or by common usage; null: unknown.</summary>
    public static InteractionKind? KindOf(string? networkCode, string term)
    {
        var folded = Fold(term);
        return ByTerm.TryGetValue((networkCode, folded), out var kind) || ByTerm.TryGetValue((null, folded), out kind) ? kind : null;
    }

    /// <summary>Whether any network uses the word.</summary>
    public static bool IsKnown(string term) => Terms.Contains(Fold(term));

    private static string Fold(string term) => term.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');

    private static InteractionTerm[] Read()
    {
        using var stream = typeof(InteractionTerm).Assembly.GetManifestResourceStream("AgencyRoi.interactions.interaction-terms.csv")!; // embedded by the project file
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','));
        return
        [
            .. from line in lines
            from term in line[1].Split(' ')
            let network = line[0] == EveryNetwork ? null : line[0]
            select new InteractionTerm(network, term, EnumCode.Parse<InteractionKind>(line[2]), line[3]),
        ];
    }
}
