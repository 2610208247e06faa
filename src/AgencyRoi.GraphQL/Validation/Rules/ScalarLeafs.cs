using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections</summary>
internal sealed class ScalarLeafs : ValidationRule
{
    public override void EnterField(FieldNode field, ValidationContext context)
    {
        if (context.Type is not { } type)
            return;
        var name = field.Name.Value;
        if (type.IsLeafType)
        {
            if (field.SelectionSet is { } selectionSet)
                context.Report($"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.", selectionSet);
        }
        else if (field.SelectionSet is null)
        {
            var hint = context.Options.Suggestions ? $" Did you mean \"{name} {{ ... }}\"?" : "";
            context.Report($"Field \"{name}\" of type \"{type}\" must have a selection of subfields.{hint}", field);
        }
        else if (field.SelectionSet.Selections.Count == 0)
        {
            context.Report($"Field \"{name}\" of type \"{type}\" must have at least one field selected.", field);
        }
    }
}
