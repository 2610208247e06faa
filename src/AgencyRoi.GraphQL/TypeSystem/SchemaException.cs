using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>A schema that breaks the rules of the specification; its message lists every error found.</summary>
public sealed class SchemaException(params IReadOnlyList<GraphQLError> errors)
    : Exception(string.Join(Environment.NewLine + Environment.NewLine, errors.Select(error => error.Message)))
{
    public SchemaException(string message)
        : this(new GraphQLError(message)) { }

    public IReadOnlyList<GraphQLError> Errors { get; } = errors;
}
