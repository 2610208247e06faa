using System.Globalization;
using System.Text.Json;

namespace AgencyRoi.GraphQL.Execution.Input;

/// <summary>Where in a variable a value stands: <c>.name</c> or <c>[0]</c> after what comes before.</summary>
internal sealed record InputPath(InputPath? Parent, object Key)
{
    public string After(string variable) =>
        (Parent?.After(variable) ?? variable) + (Key is int index ? string.Create(CultureInfo.InvariantCulture, $"[{index}]") : $".{Key}");
}

/// <summary>A value as a message repeats it: short, since it comes from a stranger.</summary>
internal static class JsonExcerpt
{
    private const int MaxLength = 200;

    public static string Of(JsonElement json)
    {
        var text = json.GetRawText();
        return text.Length <= MaxLength ? text : $"{text.AsSpan(0, MaxLength)}...";
    }
}
