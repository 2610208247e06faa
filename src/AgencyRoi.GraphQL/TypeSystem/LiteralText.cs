using System.Text.Encodings.Web;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>A literal as GraphQL text on one line.</summary>
internal static class LiteralText
{
    public static string Of(ValueNode literal) =>
        literal switch
        {
            IntValueNode node => node.Value,
            FloatValueNode node => node.Value,
            EnumValueNode node => node.Value,
            BooleanValueNode node => node.Value ? "true" : "false",
            StringValueNode node => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(node.Value)}\"",
            VariableNode node => "$" + node.Name.Value,
            ListValueNode node => $"[{string.Join(", ", node.Values.Select(Of))}]",
            ObjectValueNode node => $"{{{string.Join(", ", node.Fields.Select(field => $"{field.Name.Value}: {Of(field.Value)}"))}}}",
            _ => "null",
        };
}
