using System.Reflection;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>What the schema is made from and how resolvers reach the host; set with <see cref="RequestExecutorBuilder.ModifyOptions"/>.</summary>
public sealed class SchemaOptions
{
    /// <summary>
    /// Whether a class, method, property or enum value is in this schema. What is left out, and every type that cannot be reached without it,
    /// is not there at all: not in fields, nor in filters and orders. A left-out method keeps the property that it replaces out too.
    /// </summary>
    public Func<MemberInfo, bool> IncludeMember { get; set; } = static _ => true;

    /// <summary>Whether a resolver's parameter of this class is a service. Interfaces, delegates and data loaders always are.</summary>
    public Func<Type, bool> IsService { get; set; } = static _ => false;

    /// <summary>The host's answer to <see cref="AuthorizeAttribute"/>; needed as soon as one is used.</summary>
    public Func<IFieldContext, AuthorizeAttribute, ValueTask<bool>>? Authorize { get; set; }

    /// <summary>Where a type's XML documentation lies; by default beside its assembly. Null: nowhere.</summary>
    public Func<Assembly, string?> XmlDocumentationPath { get; set; } =
        static assembly => assembly.Location.Length == 0 ? null : Path.ChangeExtension(assembly.Location, ".xml");

    /// <summary>The description of the schema itself.</summary>
    public string? Description { get; set; }
}
