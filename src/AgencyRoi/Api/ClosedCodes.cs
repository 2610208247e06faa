using System.Collections.Frozen;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Metrics;

namespace AgencyRoi.Api;

/// <summary>Sees to it that <c>extensions.code</c> is always a value of <see cref="ErrorCode"/>.</summary>
internal static class ClosedCodes
{
    private static readonly FrozenSet<string> Known = Enum.GetValues<ErrorCode>().Select(EnumCode.Of).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The engine has a name for each of its limits on documents; callers get one code for all, and the name beside it.</summary>
    public static GraphQLError Close(GraphQLError error) =>
        error.Code is not { } code || Known.Contains(code)
            ? error
            : new GraphQLError(error.Message)
            {
                Code = EnumCode.Of(ErrorCode.LimitExceeded),
                Locations = error.Locations,
                Path = error.Path,
                Extensions = new Dictionary<string, object?>(error.Extensions ?? FrozenDictionary<string, object?>.Empty)
                {
                    ["limit"] = code,
                },
                Exception = error.Exception,
            };
}
