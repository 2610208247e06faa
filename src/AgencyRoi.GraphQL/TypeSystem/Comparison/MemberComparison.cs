namespace AgencyRoi.GraphQL.TypeSystem.Comparison;

/// <summary>The members of one type or directive, before and after.</summary>
internal sealed class MemberComparison(string owner, bool isDeprecated, List<SchemaChange> changes)
{
    public void Report(string coordinate, string what) => changes.Add(new SchemaChange(coordinate, what, isDeprecated));

    public void CompareFields(MemberList<FieldDefinition> before, MemberList<FieldDefinition> after)
    {
        foreach (var field in before)
        {
            var coordinate = $"{owner}.{field.Name}";
            var wasDeprecated = isDeprecated || field.DeprecationReason is not null;
            if (!after.TryGet(field.Name, out var now))
                changes.Add(new(coordinate, "was removed", wasDeprecated));
            else
            {
                if (!ChangeOfType.IsSafeToRead(field.Type, now.Type))
                    changes.Add(new(coordinate, $"changed its type from {field.Type} to {now.Type}", wasDeprecated));
                CompareInputs(field.Arguments, now.Arguments, name => $"{coordinate}({name}:)", wasDeprecated);
            }
        }
    }

    /// <summary>Arguments, or the fields of an input object.</summary>
    public void CompareInputs(
        MemberList<InputValueDefinition> before,
        MemberList<InputValueDefinition> after,
        Func<string, string> coordinateOf,
        bool ownerIsDeprecated
    )
    {
        foreach (var input in before)
        {
            var coordinate = coordinateOf(input.Name);
            var wasDeprecated = ownerIsDeprecated || input.DeprecationReason is not null;
            if (!after.TryGet(input.Name, out var now))
                changes.Add(new(coordinate, "was removed", wasDeprecated));
            else if (!ChangeOfType.IsSafeToWrite(input.Type, now.Type))
                changes.Add(new(coordinate, $"changed its type from {input.Type} to {now.Type}", wasDeprecated));
            else if (now.IsRequired && !input.IsRequired)
                changes.Add(new(coordinate, "is required now", wasDeprecated));
        }
        foreach (var input in after.Where(input => input.IsRequired && !before.TryGet(input.Name, out _)))
            changes.Add(new(coordinateOf(input.Name), "is new and required", ownerIsDeprecated));
    }

    public void CompareValues(MemberList<EnumValueDefinition> before, MemberList<EnumValueDefinition> after)
    {
        foreach (var value in before.Where(value => !after.TryGet(value.Name, out _)))
            changes.Add(new($"{owner}.{value.Name}", "was removed", isDeprecated || value.DeprecationReason is not null));
    }

    public void CompareNames(IEnumerable<NamedType> before, IEnumerable<NamedType> after, string what)
    {
        foreach (var name in before.Select(type => type.Name).Except(after.Select(type => type.Name)))
            Report(owner, $"{what} {name}");
    }
}
