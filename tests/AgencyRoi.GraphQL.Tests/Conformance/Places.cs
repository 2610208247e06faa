using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.Tests.Conformance;

internal static class Places
{
    /// <summary>"line:column" of each place an error points at, parted by spaces.</summary>
    public static string Of(GraphQLError error) =>
        string.Join(' ', error.Locations.Select(location => $"{location.Line}:{location.Column}"));
}
