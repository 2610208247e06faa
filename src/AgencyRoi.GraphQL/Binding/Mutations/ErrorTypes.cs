using System.Reflection;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding.Mutations;

/// <summary>Object types of errors. All implement one interface, so that a client can show an error it was not written for.</summary>
internal sealed class ErrorTypes(SchemaBinder binder)
{
    public ObjectType Bind(Type type)
    {
        var common = Interface();
        if (binder.Settings.ErrorInterface is { } required && !required.IsAssignableFrom(type))
            throw new BindingException($"the error {type} does not implement {required}");
        var error = typeof(Exception).IsAssignableFrom(type)
            ? OfException(type)
            : binder.Outputs.Bind(type) as ObjectType ?? throw new BindingException($"the error {type} is not an object");
        if (!error.Interfaces.Contains(common) && binder.Settings.ErrorInterface is null)
            error.Interfaces = [.. error.Interfaces, common];
        return error;
    }

    private InterfaceType Interface() =>
        binder.Settings.ErrorInterface is { } type
            ? binder.Outputs.Bind(type) as InterfaceType ?? throw new BindingException($"{type} is no interface (AddErrorInterfaceType)")
            : binder.Named(
                "Error",
                "errors of mutations",
                () => new InterfaceType("Error") { Description = "Why a mutation was not done." },
                error =>
                    error.Fields = new([
                        new FieldDefinition("message", new NonNullType(StandardScalars.String))
                        {
                            Description = "One sentence for people.",
                        },
                    ])
            );

    /// <summary><c>NameTakenException</c> is the type NameTakenError with a message and what the exception itself adds.</summary>
    private ObjectType OfException(Type type)
    {
        var stem = type.Name.EndsWith("Exception", StringComparison.Ordinal) ? type.Name[..^9] : type.Name;
        var name = type.Find<GraphQLNameAttribute>()?.Name ?? stem + "Error";
        return binder.Named(
            name,
            type,
            () => new ObjectType(name) { RuntimeType = type, Description = binder.Documentation.Of(type) },
            error =>
            {
                var fields = new FieldCollection(binder);
                foreach (var property in OutputBinder.Properties(type).Where(IsShown).Where(binder.Includes))
                    fields.Add(property, () => binder.Fields.Bind(property, type));
                error.Fields = fields.ToMembers(name);
                if (binder.Settings.ErrorInterface is { } required)
                    error.Interfaces = [(InterfaceType)binder.Outputs.Bind(required)];
            }
        );
    }

    private static bool IsShown(PropertyInfo property) =>
        property.Name == nameof(Exception.Message)
        || property.DeclaringType?.Namespace?.StartsWith("System", StringComparison.Ordinal) is not true;
}
