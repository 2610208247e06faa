using AgencyRoi.GraphQL.Execution.Input;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Planning;

/// <summary>What of a schema the host guards, as far as that decides which fields have to ask before they are resolved.</summary>
internal sealed class GuardedMembers
{
    private readonly MemberGuard? guard;
    private readonly HashSet<string> fields = [];
    private readonly HashSet<NamedType> inputTypes = [];

    /// <exception cref="SchemaException">A default value names a guarded member: whoever may not use it could not leave the argument out.</exception>
    public GuardedMembers(Schema schema, MemberGuard? guard)
    {
        this.guard = guard;
        if (guard is null)
            return;
        inputTypes = InputHolders.Of(schema, HasGuarded);
        foreach (var type in schema.Types.OfType<ObjectType>())
        {
            foreach (var field in type.Fields.Where(field => guard.IsGuarded($"{type}.{field.Name}")))
                fields.Add($"{type}.{field.Name}");
        }
        var inputs = new NamedInputs(
            (type, member) =>
            {
                if (guard.IsGuarded($"{type}.{member.Name}"))
                    throw new SchemaException($"{type}.{member.Name} is guarded and cannot be a default value.");
            }
        );
        var arguments = schema.Types.OfType<ComplexType>().SelectMany(type => type.Fields).SelectMany(field => field.Arguments);
        foreach (var input in arguments.Concat(schema.Types.OfType<InputObjectType>().SelectMany(type => type.Fields)))
        {
            if (input.DefaultValue is { } value)
                inputs.In(value, input.Type);
        }
    }

    /// <summary>Whether the field of an object has to ask: it is guarded itself, or an argument of it can name something that is.</summary>
    public bool Asks(ObjectType type, FieldDefinition field) =>
        guard is not null
        && (fields.Contains($"{type}.{field.Name}") || field.Arguments.Any(argument => inputTypes.Contains(argument.Type.Unwrapped)));

    /// <summary>The question of a field as a document asks for it; null: there is none.</summary>
    public FieldGuard? Of(ObjectType type, FieldDefinition field, FieldNode node, PlannedVariables variables)
    {
        if (guard is null || !Asks(type, field))
            return null;
        var named = new HashSet<string>();
        if (fields.Contains($"{type}.{field.Name}"))
            named.Add($"{type}.{field.Name}");
        var watched = new List<PlannedVariable>();
        var inputs = new NamedInputs(
            (owner, member) => Add(named, owner, member),
            (place, placeType) =>
            {
                if (inputTypes.Contains(placeType.Unwrapped))
                    watched.Add(variables.All.First(variable => variable.Name == place.Name.Value));
            }
        );
        foreach (var argument in node.Arguments)
            inputs.In(argument.Value, field.Arguments[argument.Name.Value]!.Type); // Validation knows it.
        return named.Count > 0 || watched.Count > 0 ? new FieldGuard(this, guard, [.. named], [.. watched]) : null;
    }

    /// <summary>Adds the member's coordinate when it is guarded.</summary>
    public void Add(HashSet<string> named, NamedType owner, INamedMember member)
    {
        if (inputTypes.Contains(owner) && guard!.IsGuarded($"{owner}.{member.Name}")) // Asked for with a guard alone.
            named.Add($"{owner}.{member.Name}");
    }

    private bool HasGuarded(NamedType type) =>
        type switch
        {
            EnumType enumType => enumType.Values.Any(value => guard!.IsGuarded($"{type}.{value.Name}")),
            InputObjectType input => input.Fields.Any(field => guard!.IsGuarded($"{type}.{field.Name}")),
            _ => false,
        };
}
