using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Field-Selections</summary>
internal sealed class FieldsOnCorrectType : ValidationRule
{
    public override void EnterField(FieldNode field, ValidationContext context)
    {
        if (context.ParentType is { } type && context.Field is null)
            context.Report(
                $"Cannot query field \"{field.Name.Value}\" on type \"{type}\".{Suggestion(type, field.Name.Value, context)}",
                field
            );
    }

    /// <summary>A field that some of the possible types have wants an inline fragment; otherwise the name may be misspelt.</summary>
    private static string Suggestion(NamedType type, string name, ValidationContext context)
    {
        if (!context.Options.Suggestions)
            return "";
        var types = type is ObjectType ? [] : TypesWithField(context.Schema.GetPossibleTypes(type), name);
        if (types.Count > 0)
            return Suggestions.Sentence(types, "to use an inline fragment on");
        return type is ComplexType complex ? context.DidYouMean(name, complex.Fields.Select(field => field.Name)) : "";
    }

    /// <summary>
    /// Interfaces that most of the types share come first, then wider before narrower ones, then by name. A type implements at
    /// least one interface more than each of those it implements, so their number tells the wider.
    /// </summary>
    private static List<string> TypesWithField(IReadOnlyList<ObjectType> possibleTypes, string name)
    {
        var uses = new Dictionary<ComplexType, int>();
        foreach (var type in possibleTypes.Where(type => type.Fields[name] is not null))
        {
            uses[type] = 1;
            foreach (var shared in type.Interfaces.Where(shared => shared.Fields[name] is not null))
                uses[shared] = uses.GetValueOrDefault(shared) + 1;
        }
        return
        [
            .. uses.OrderByDescending(use => use.Value)
                .ThenBy(use => use.Key.Interfaces.Count)
                .ThenBy(use => use.Key.Name, NaturalOrder.Comparer)
                .Select(use => use.Key.Name),
        ];
    }
}
