namespace AgencyRoi.GraphQL.TypeSystem.Comparison;

/// <summary>A change of a schema that can break a document or variables which were fine before.</summary>
/// <param name="Coordinate">Of the element as it was before, or of the new one that is asked for: <c>Type.field(argument:)</c>. Empty for the schema itself. https://spec.graphql.org/September2025/#sec-Schema-Coordinates</param>
/// <param name="What">What happened to it: "was removed".</param>
/// <param name="WasDeprecated">Whether nobody could come to it any more without using something deprecated.</param>
public sealed record SchemaChange(string Coordinate, string What, bool WasDeprecated)
{
    public override string ToString() => $"{(Coordinate.Length > 0 ? Coordinate : "The schema")} {What}";
}
