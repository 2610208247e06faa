using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AgencyRoi.Platform.Database.Mapping;

/// <summary>An enum as text, in the words of the GraphQL schema: <c>OnHold</c> is stored as <c>ON_HOLD</c>.</summary>
internal sealed class EnumText<T>() : ValueConverter<T, string>(value => ToText(value), text => FromText(text))
    where T : struct, Enum
{
    public static string ToText(T value) => EnumCode.Of(value);

    public static T FromText(string text) => EnumCode.Parse<T>(text);
}
