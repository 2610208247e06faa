using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgencyRoi.GraphQL.Tests.Conformance;

/// <summary>
/// Where the engine differs from the reference on purpose: a line of <c>tests/conformance/deviations.jsonl</c>.
/// </summary>
/// <param name="Kind">The kind of cases.</param>
/// <param name="Side">Which side says what the other does not: "ours" or "theirs".</param>
/// <param name="Says">Found in what it says, as a regular expression.</param>
/// <param name="Of">Found in the line of the case, as a regular expression.</param>
/// <param name="Count">How often it is said over all committed cases. It may only shrink.</param>
/// <param name="Reason">Why that is right, or why it is left.</param>
internal sealed record Deviation(string Kind, string Side, string Says, string? Of, int Count, string Reason)
{
    public static IReadOnlyList<Deviation> All { get; } =
    [
        .. File.ReadLines(Path.Combine(Fixtures.Home, "deviations.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Deviation>(line, JsonSerializerOptions.Web)!), // A line is an object.
    ];

    public bool Explains(string line, Difference difference) =>
        difference.Side == Side
        && difference.Texts.Any(text => Regex.IsMatch(text, Says, RegexOptions.CultureInvariant))
        && (Of is null || Regex.IsMatch(line, Of, RegexOptions.CultureInvariant));
}
