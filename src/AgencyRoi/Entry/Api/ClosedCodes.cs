using System.Collections.Frozen;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Entry.Api;

/// <summary>Sees to it that <c>extensions.code</c> is always a value of <see cref="ErrorCode"/>.</summary>
internal static class ClosedCodes
{
    private static readonly FrozenSet<string> Known = Enum.GetValues<ErrorCode>().Select(EnumCode.Of).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A code that callers have not been promised says nothing to them: it is a fault of ours, and its words may be meant for us.</summary>
    public static GraphQLError Close(GraphQLError error) =>
        error.Code is not { } code || Known.Contains(code)
            ? error
            : new GraphQLError("Something went wrong here.")
            {
                Code = ErrorCodes.Internal,
                Locations = error.Locations,
                Path = error.Path,
                Exception = error.Exception ?? new InvalidOperationException($"{code} is no code of the list: {error.Message}"),
            };
}
