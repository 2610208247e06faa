using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>Why two selections with one response name cannot be merged, and the fields on both sides, outermost first.</summary>
internal sealed record MergeConflict(string ResponseName, string Reason, IReadOnlyList<FieldNode> Fields1, IReadOnlyList<FieldNode> Fields2)
{
    // A conflict can be nested as deep and as wide as the document; its message and locations stay readable.
    private const int MaxLength = 1_000;
    private const int MaxFields = 20;

    /// <summary>The conflict of two fields because of conflicts in what they select.</summary>
    public static MergeConflict Around(string responseName, FieldNode field1, FieldNode field2, List<MergeConflict> nested)
    {
        var reason = "";
        foreach (var conflict in nested)
        {
            reason +=
                $"{(reason.Length == 0 ? "" : " and ")}subfields \"{Abbreviated(conflict.ResponseName)}\" conflict because {conflict.Reason}";
            if (reason.Length > MaxLength)
                break;
        }
        return new MergeConflict(
            responseName,
            Abbreviated(reason),
            Collect(field1, nested.Select(conflict => conflict.Fields1)),
            Collect(field2, nested.Select(conflict => conflict.Fields2))
        );
    }

    public static string Abbreviated(string text) => text.Length > MaxLength ? text[..MaxLength] + "..." : text;

    /// <summary>Of a conflict that does not fit whole, its innermost fields are kept: they are the ones that differ.</summary>
    private static List<FieldNode> Collect(FieldNode outer, IEnumerable<IReadOnlyList<FieldNode>> nested)
    {
        var fields = new List<FieldNode> { outer };
        foreach (var inner in nested)
        {
            fields.AddRange(inner.TakeLast(MaxFields - fields.Count));
            if (fields.Count == MaxFields)
                break;
        }
        return fields;
    }
}
