using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.Platform.Errors;

internal static class BadInput
{
    /// <summary>An argument of a read that cannot be answered.</summary>
    public static GraphQLException Of(string message) => new(message, EnumCode.Of(ErrorCode.BadInput));
}
