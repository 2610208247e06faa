namespace AgencyRoi.Metrics;

/// <summary>The one spelling of an enum's values outside C#: <c>DirectSales</c> is <c>DIRECT_SALES</c> in the database, in files and in the schema.</summary>
public static class EnumCode
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Codes<TEnum>.ByValue[value];

    /// <exception cref="FormatException">The text is no code of the enum.</exception>
    public static TEnum Parse<TEnum>(string code)
        where TEnum : struct, Enum =>
        TryParse<TEnum>(code, out var value) ? value : throw new FormatException($"'{code}' is no {typeof(TEnum).Name}.");

    public static bool TryParse<TEnum>(string code, out TEnum value)
        where TEnum : struct, Enum => Codes<TEnum>.ByCode.TryGetValue(code, out value);

    /// <summary>All codes in the order of the enum.</summary>
    public static IReadOnlyList<string> All<TEnum>()
        where TEnum : struct, Enum => Codes<TEnum>.InOrder;

    // As the schema spells them: a word starts with a capital beside a small letter, so that B2B stays one word, as it is spoken, and WShaped is two.
    private static string CodeOf(string name) =>
        string.Concat(name.Select((letter, place) => StartsWord(name, place) ? $"_{letter}" : $"{letter}")).ToUpperInvariant();

    private static bool StartsWord(string name, int place) =>
        place > 0
        && char.IsUpper(name[place])
        && (char.IsLower(name[place - 1]) || (place + 1 < name.Length && char.IsLower(name[place + 1])));

    private static class Codes<TEnum>
        where TEnum : struct, Enum
    {
        // Not frozen: some hundred of these are made at a start, and freezing them took longer than they are ever asked for.
        public static readonly Dictionary<TEnum, string> ByValue = Enum.GetValues<TEnum>()
            .ToDictionary(value => value, value => CodeOf(value.ToString()));

        public static readonly Dictionary<string, TEnum> ByCode = ByValue.ToDictionary(pair => pair.Value, pair => pair.Key);

        public static readonly IReadOnlyList<string> InOrder = [.. Enum.GetValues<TEnum>().Select(value => ByValue[value])];
    }
}
