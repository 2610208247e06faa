using System.Security.Cryptography;

namespace AgencyRoi.Reports.PersonalData;

/// <summary>
/// Texts that name a person and what stands in their places: <c>erased:</c> and random digits that mean nothing. The same text has the same one wherever it stood, so that facts
/// which shared a unit of value still do; and they are in the same order as the texts were, by which claims and touches of one moment follow each other.
/// </summary>
internal sealed class ErasedTexts
{
    public const string Prefix = "erased:";

    private readonly Dictionary<string, string> becomes = new(StringComparer.Ordinal);

    public ErasedTexts(IEnumerable<string> texts)
    {
        string[] ordered = [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] drawn =
        [
            .. ordered.Select(_ => Prefix + RandomNumberGenerator.GetHexString(32, lowercase: true)).Order(StringComparer.Ordinal),
        ];
        foreach (var (text, replacement) in ordered.Zip(drawn))
            becomes[text] = replacement;
    }

    public bool Has(string text) => becomes.ContainsKey(text);

    /// <summary>The text itself where it names nobody.</summary>
    public string Of(string text) => becomes.GetValueOrDefault(text, text);

    public string? OfOptional(string? text) => text is null ? null : Of(text);
}
