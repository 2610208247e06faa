namespace AgencyRoi.Recording.Imports.Text;

/// <summary>How a file writes numbers. What it does not say is the standard: a point before decimals, nothing between thousands.</summary>
/// <param name="Thousands">The characters that may stand between groups of three digits, the same all through a number; empty: none.</param>
/// <param name="IsDeclared">Whether the sender said so; then a number means what is written, and nothing about it is in doubt.</param>
internal sealed record NumberFormat(char Decimal, string Thousands, bool IsDeclared)
{
    public static NumberFormat Standard { get; } = new('.', "", IsDeclared: false);

    /// <summary>What is said of a field that is none.</summary>
    public string Rule =>
        IsDeclared
            ? $"A number is written as declared, as {Example}."
            : "A number is written with a point and without separators, as 1234.50; where the file writes it otherwise, declare decimal and thousands.";

    public string WholeRule =>
        IsDeclared && Thousands != "" ? $"A whole number, as 24 or 1{Thousands[0]}234." : "A whole number without separators, as 24.";

    private string Example => Thousands == "" ? $"1234{Decimal}50" : $"1{Thousands[0]}234{Decimal}50";

    /// <summary>The number with a point before decimals and nothing between thousands; null when it is none in this format.</summary>
    public string? Plain(string text)
    {
        if (!IsDeclared)
            return text;
        var sign = text is ['-' or '+', ..] ? text[..1] : "";
        var parts = text[sign.Length..].Split(Decimal);
        if (parts.Length > 2 || !parts.Skip(1).All(IsDigits) || Ungrouped(parts[0]) is not { } whole)
            return null;
        return parts.Length == 2 ? $"{sign}{whole}.{parts[1]}" : sign + whole;
    }

    private string? Ungrouped(string whole)
    {
        if (whole.IndexOfAny(Thousands.ToCharArray()) is var place && place < 0)
            return IsDigits(whole) ? whole : null;
        var groups = whole.Split(whole[place]);
        return groups[0].Length is >= 1 and <= 3 && groups.All(IsDigits) && groups.Skip(1).All(group => group.Length == 3)
            ? string.Concat(groups)
            : null;
    }

    private static bool IsDigits(string text) => text.All(char.IsAsciiDigit);
}
