using System.Runtime.CompilerServices;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>
/// https://spec.graphql.org/September2025/#sec-Field-Selection-Merging
///
/// The specification expands all fragments and compares every pair of fields with one response name, which explodes. Here, as in
/// graphql-js, a selection set is read once into its own fields and the names of the fragments it spreads. Fields are compared
/// within a set, and between a set and each fragment, and between each two fragments; what two fields select is compared between
/// their two sets. A set and a fragment, or two fragments, are compared once: their conflicts do not depend on where they meet,
/// except that fields of different object types never meet in one answer ("exclusive") and then need only the same shape, so a
/// comparison that was exclusive does not stand for one that is not. Every step is paid for from a budget, since pairs within one
/// set still grow with the square of its size.
/// </summary>
internal sealed class OverlappingFieldsCanBeMerged : ValidationRule
{
    private readonly Dictionary<(NamedType?, SelectionSetNode), MergeFields> fieldsOfSets = [];
    private readonly Dictionary<(MergeFields, string), bool> comparedWithFragment = [];
    private readonly Dictionary<(string, string), bool> comparedFragments = [];
    private ValidationContext context = null!; // set by each entry of this rule before anything reads it
    private int comparisons;
    private int visits;
    private bool isExhausted;

    public override void EnterSelectionSet(SelectionSetNode selectionSet, SyntaxNode owner, ValidationContext context)
    {
        // An inline fragment's fields were compared with the set around it.
        if (owner is InlineFragmentNode || selectionSet.Selections is [FieldNode or FragmentSpreadNode] or [])
            return;
        this.context = context;
        var conflicts = ConflictsWithin(FieldsOf(context.ParentType, selectionSet));
        if (isExhausted)
        {
            context.Refuse(
                LimitNames.TooManyMergeComparisons,
                "The document selects too many fields with the same response names to compare them.",
                selectionSet
            );
            return;
        }
        foreach (var conflict in conflicts)
        {
            context.Report(
                $"Fields \"{MergeConflict.Abbreviated(conflict.ResponseName)}\" conflict because {conflict.Reason}."
                    + " Use different aliases on the fields to fetch both if this was intentional.",
                [.. conflict.Fields1, .. conflict.Fields2]
            );
        }
    }

    private List<MergeConflict> ConflictsWithin(MergeFields set)
    {
        var conflicts = new List<MergeConflict>();
        foreach (var (name, fields) in set.ByResponseName)
        {
            for (var i = 0; i < fields.Count; i++)
            {
                for (var j = i + 1; j < fields.Count && !isExhausted; j++)
                    CompareFields(conflicts, false, name, fields[i], fields[j]);
            }
        }
        if (set.ByResponseName.Count == 0 && set.Fragments.Count < 2)
            return conflicts;
        for (var i = 0; i < set.Fragments.Count; i++)
        {
            CompareWithFragment(conflicts, false, set, set.Fragments[i]);
            for (var j = i + 1; j < set.Fragments.Count; j++)
                CompareFragments(conflicts, false, set.Fragments[i], set.Fragments[j]);
        }
        return conflicts;
    }

    private void CompareWithFragment(List<MergeConflict> conflicts, bool areExclusive, MergeFields set, string name)
    {
        if (set.ByResponseName.Count == 0 || !IsNew(comparedWithFragment, (set, name), areExclusive))
            return;
        if (!Visit() || FieldsOfFragment(name) is not { } fragment || fragment == set)
            return;
        CompareSets(conflicts, areExclusive, set, fragment);
        foreach (var nested in fragment.Fragments)
            CompareWithFragment(conflicts, areExclusive, set, nested);
    }

    private void CompareFragments(List<MergeConflict> conflicts, bool areExclusive, string name1, string name2)
    {
        if (name1 == name2 || WasCompared(name2, name1, areExclusive) || !IsNew(comparedFragments, (name1, name2), areExclusive))
            return;
        if (!Visit() || FieldsOfFragment(name1) is not { } fragment1 || FieldsOfFragment(name2) is not { } fragment2)
            return;
        CompareSets(conflicts, areExclusive, fragment1, fragment2);
        foreach (var nested in fragment2.Fragments)
            CompareFragments(conflicts, areExclusive, name1, nested);
        foreach (var nested in fragment1.Fragments)
            CompareFragments(conflicts, areExclusive, nested, name2);
    }

    private List<MergeConflict> ConflictsBetween(bool areExclusive, MergeFields set1, MergeFields set2)
    {
        var conflicts = new List<MergeConflict>();
        CompareSets(conflicts, areExclusive, set1, set2);
        foreach (var name in set2.Fragments)
            CompareWithFragment(conflicts, areExclusive, set1, name);
        foreach (var name in set1.Fragments)
            CompareWithFragment(conflicts, areExclusive, set2, name);
        foreach (var name1 in set1.Fragments)
        {
            foreach (var name2 in set2.Fragments)
                CompareFragments(conflicts, areExclusive, name1, name2);
        }
        return conflicts;
    }

    private void CompareSets(List<MergeConflict> conflicts, bool areExclusive, MergeFields set1, MergeFields set2)
    {
        foreach (var (name, fields1) in set1.ByResponseName)
        {
            if (!Spend())
                return;
            if (!set2.ByResponseName.TryGetValue(name, out var fields2))
                continue;
            foreach (var field1 in fields1)
            {
                foreach (var field2 in fields2)
                {
                    if (isExhausted)
                        return;
                    CompareFields(conflicts, areExclusive, name, field1, field2);
                }
            }
        }
    }

    private void CompareFields(List<MergeConflict> conflicts, bool setsAreExclusive, string name, MergeField field1, MergeField field2)
    {
        if (!Spend() || field1.IsSameLeafAs(field2))
            return;
        var (node1, node2) = (field1.Node, field2.Node);
        var areExclusive =
            setsAreExclusive
            || (field1.ParentType is ObjectType && field2.ParentType is ObjectType && field1.ParentType != field2.ParentType);
        if (!areExclusive && node1.Name.Value != node2.Name.Value)
        {
            var names = $"\"{MergeConflict.Abbreviated(node1.Name.Value)}\" and \"{MergeConflict.Abbreviated(node2.Name.Value)}\"";
            conflicts.Add(new MergeConflict(name, $"{names} are different fields", [node1], [node2]));
        }
        else if (!areExclusive && !HaveSameArguments(node1.Arguments, node2.Arguments))
        {
            conflicts.Add(new MergeConflict(name, "they have differing arguments", [node1], [node2]));
        }
        else if (field1.Type is { } type1 && field2.Type is { } type2 && DoTypesConflict(type1, type2))
        {
            conflicts.Add(new MergeConflict(name, $"they return conflicting types \"{type1}\" and \"{type2}\"", [node1], [node2]));
        }
        else if (node1.SelectionSet is { } selectionSet1 && node2.SelectionSet is { } selectionSet2)
        {
            var set1 = FieldsOf(field1.Type?.Unwrapped, selectionSet1);
            var set2 = FieldsOf(field2.Type?.Unwrapped, selectionSet2);
            if (ConflictsBetween(areExclusive, set1, set2) is { Count: > 0 } nested)
                conflicts.Add(MergeConflict.Around(name, node1, node2, nested));
        }
    }

    private bool HaveSameArguments(IReadOnlyList<ArgumentNode> arguments1, IReadOnlyList<ArgumentNode> arguments2)
    {
        if (arguments1.Count != arguments2.Count)
            return false;
        foreach (var argument in arguments1)
        {
            var other = arguments2.LastOrDefault(candidate => candidate.Name.Value == argument.Name.Value);
            if (other is null || !AreSame(argument.Value, other.Value))
                return false;
        }
        return true;
    }

    /// <summary>Whether two literals are written alike; the order of an object's fields is of no account.</summary>
    private bool AreSame(ValueNode value1, ValueNode value2) =>
        Spend()
        && (value1, value2) switch
        {
            (VariableNode a, VariableNode b) => a.Name.Value == b.Name.Value,
            (IntValueNode a, IntValueNode b) => a.Value == b.Value,
            (FloatValueNode a, FloatValueNode b) => a.Value == b.Value,
            (StringValueNode a, StringValueNode b) => a.Value == b.Value && a.IsBlock == b.IsBlock,
            (BooleanValueNode a, BooleanValueNode b) => a.Value == b.Value,
            (NullValueNode, NullValueNode) => true,
            (EnumValueNode a, EnumValueNode b) => a.Value == b.Value,
            (ListValueNode a, ListValueNode b) => a.Values.Count == b.Values.Count
                && a.Values.Zip(b.Values).All(pair => AreSame(pair.First, pair.Second)),
            (ObjectValueNode a, ObjectValueNode b) => a.Fields.Count == b.Fields.Count
                && Sorted(a)
                    .Zip(Sorted(b))
                    .All(pair => pair.First.Name.Value == pair.Second.Name.Value && AreSame(pair.First.Value, pair.Second.Value)),
            _ => false,
        };

    private static IEnumerable<ObjectFieldNode> Sorted(ObjectValueNode value) =>
        value.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);

    /// <summary>https://spec.graphql.org/September2025/#SameResponseShape(), for the fields' own types.</summary>
    private static bool DoTypesConflict(GraphQLType type1, GraphQLType type2) =>
        (type1, type2) switch
        {
            (ListType a, ListType b) => DoTypesConflict(a.OfType, b.OfType),
            (ListType, _) or (_, ListType) => true,
            (NonNullType a, NonNullType b) => DoTypesConflict(a.OfType, b.OfType),
            (NonNullType, _) or (_, NonNullType) => true,
            _ => (type1.IsLeafType || type2.IsLeafType) && type1 != type2,
        };

    private MergeFields FieldsOf(NamedType? parentType, SelectionSetNode selectionSet)
    {
        if (!fieldsOfSets.TryGetValue((parentType, selectionSet), out var fields))
            fieldsOfSets.Add((parentType, selectionSet), fields = new MergeFields(context.Schema, parentType, selectionSet));
        return fields;
    }

    private MergeFields? FieldsOfFragment(string name) =>
        context.Fragments.Find(name) is { } fragment
            ? FieldsOf(context.Schema.FindType(fragment.TypeCondition.Name.Value), fragment.SelectionSet)
            : null;

    private bool WasCompared(string name1, string name2, bool areExclusive) =>
        comparedFragments.TryGetValue((name1, name2), out var wasExclusive) && (areExclusive || !wasExclusive);

    /// <summary>Notes a comparison; false when it was made before, and no looser than it is needed now.</summary>
    private static bool IsNew<T>(Dictionary<T, bool> compared, T pair, bool areExclusive)
        where T : notnull
    {
        if (compared.TryGetValue(pair, out var wasExclusive) && (areExclusive || !wasExclusive))
            return false;
        compared[pair] = areExclusive;
        return true;
    }

    private bool Visit()
    {
        isExhausted |= ++visits > context.Options.Limits.MaxAllowedFragmentVisits;
        return Spend();
    }

    /// <summary>Pays for one step. A document whose fragments chain so deep that the stack would end is beyond the budget too.</summary>
    private bool Spend()
    {
        isExhausted |=
            ++comparisons > context.Options.Limits.MaxAllowedFieldMergeComparisons || !RuntimeHelpers.TryEnsureSufficientExecutionStack();
        return !isExhausted;
    }
}
