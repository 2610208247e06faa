using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AgencyRoi.Database;

/// <summary>An enum as text, in the words of the GraphQL schema: <c>OnHold</c> is stored as <c>ON_HOLD</c>.</summary>
internal sealed class EnumText<T>() : ValueConverter<T, string>(value => ToText(value), text => FromText(text))
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Texts = Enum.GetValues<T>()
        .ToDictionary(value => value, value => SnakeCase.Of(value.ToString()).ToUpperInvariant());
    private static readonly Dictionary<string, T> Values = Texts.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static string ToText(T value) => Texts[value];

    public static T FromText(string text) => Values[text];
}
