using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>The errors of a schema in the order they are found, located at the elements they are about.</summary>
internal sealed class SchemaErrors(Func<object, IEnumerable<SourceLocation>> locate)
{
    private readonly List<GraphQLError> errors = [];

    public IReadOnlyList<GraphQLError> All => errors;

    public void Report(string message, params IEnumerable<object> elements) =>
        errors.Add(new GraphQLError(message) { Locations = [.. elements.SelectMany(locate)] });
}
