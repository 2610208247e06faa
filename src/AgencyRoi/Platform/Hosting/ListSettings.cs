using AgencyRoi.Platform.Database;

namespace AgencyRoi.Platform.Hosting;

/// <summary>Settings that are lists, each entry by its number.</summary>
internal static class ListSettings
{
    private const string Origins = "Cors:AllowedOrigins";

    /// <exception cref="SettingException">It has a plain value, which would be dropped in silence.</exception>
    public static string[] List(this IConfiguration settings, string name)
    {
        var section = settings.GetSection(name);
        return string.IsNullOrWhiteSpace(section.Value)
            ? section.Get<string[]>() ?? []
            : throw new SettingException(
                $"{name} is a list: give each entry its number, as in the environment variable {name.Replace(":", "__", StringComparison.Ordinal)}__0."
            );
    }

    /// <summary>The origins whose pages may ask, as browsers send them.</summary>
    /// <exception cref="SettingException">One is none, and would never be the same as a page's.</exception>
    public static string[] AllowedOrigins(this IConfiguration settings) => [.. settings.List(Origins).Select(OriginOf)];

    private static string OriginOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.GetLeftPart(UriPartial.Authority) is var origin
        && origin.Equals(text, StringComparison.OrdinalIgnoreCase)
            ? origin
            : throw new SettingException(
                $"{Origins}: {text} is no origin as browsers send it: scheme, host and port alone, such as https://app.example.com or http://localhost:5173."
            );
}
