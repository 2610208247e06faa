using System.Text.Encodings.Web;
using System.Text.Json;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Scalars;

/// <summary>The sentences that scalars answer with. Input is echoed, but only its beginning: an answer must not grow with a bad request.</summary>
internal static class ScalarProblem
{
    private const int EchoedCharacters = 100;

    public static string Refuse(string scalar, string what, ValueNode literal) => $"{scalar} cannot represent {what}: {Echo(literal)}";

    public static string Refuse(string scalar, string what, JsonElement json) => $"{scalar} cannot represent {what}: {Echo(json)}";

    /// <summary>A resolver returned what the scalar cannot write. The value may be a secret of the server, so only its .NET type is named.</summary>
    public static GraphQLException CannotWrite(string scalar, object value, string? why = null) =>
        new($"{scalar} cannot represent a value of the .NET type {value.GetType().Name}{(why is null ? "." : $": {why}.")}");

    public static string Echo(ValueNode literal) =>
        literal switch
        {
            IntValueNode node => Cut(node.Value),
            FloatValueNode node => Cut(node.Value),
            EnumValueNode node => Cut(node.Value),
            BooleanValueNode node => node.Value ? "true" : "false",
            StringValueNode node => Quote(node.Value),
            VariableNode node => Cut("$" + node.Name.Value),
            ListValueNode => "a list",
            ObjectValueNode => "an object",
            _ => "null",
        };

    public static string Echo(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => JsonText.TryGet(json, out var text) ? Quote(text) : "a string with a lone surrogate",
            JsonValueKind.Array => "a list",
            JsonValueKind.Object => "an object",
            JsonValueKind.Undefined => "nothing",
            _ => Cut(json.GetRawText()),
        };

    private static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(Cut(text))}\"";

    private static string Cut(string text)
    {
        if (text.Length <= EchoedCharacters)
            return text;
        // Not through the middle of a surrogate pair.
        var length = char.IsHighSurrogate(text[EchoedCharacters - 1]) ? EchoedCharacters - 1 : EchoedCharacters;
        return string.Concat(text.AsSpan(0, length), "…");
    }
}
