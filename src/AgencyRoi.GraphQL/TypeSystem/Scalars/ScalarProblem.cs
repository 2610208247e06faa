using System.Text.Json;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Scalars;

/// <summary>
/// The sentences that scalars answer with. They say of what kind the input is and never what it is, of literals too: nobody can tell an id or a
/// person's name from another text, and messages end in logs and on screens of others.
/// </summary>
internal static class ScalarProblem
{
    public static string Refuse(string scalar, string what, ValueNode literal) => $"{scalar} cannot represent {what}: {KindOf(literal)}";

    public static string Refuse(string scalar, string what, JsonElement json) => $"{scalar} cannot represent {what}: {KindOf(json)}";

    /// <summary>A resolver returned what the scalar cannot write. The value may be a secret of the server, so only its .NET type is named.</summary>
    public static GraphQLException CannotWrite(string scalar, object value, string? why = null) =>
        new($"{scalar} cannot represent a value of the .NET type {value.GetType().Name}{(why is null ? "." : $": {why}.")}");

    public static string KindOf(ValueNode literal) =>
        literal switch
        {
            IntValueNode or FloatValueNode => "a number",
            EnumValueNode => "a name",
            BooleanValueNode => "a boolean",
            StringValueNode => "a string",
            VariableNode => "a variable",
            ListValueNode => "a list",
            ObjectValueNode => "an object",
            _ => "null",
        };

    public static string KindOf(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "a boolean",
            JsonValueKind.String => JsonText.TryGet(json, out _) ? "a string" : "a string with a lone surrogate",
            JsonValueKind.Array => "a list",
            JsonValueKind.Object => "an object",
            JsonValueKind.Undefined => "nothing",
            _ => "null",
        };
}
