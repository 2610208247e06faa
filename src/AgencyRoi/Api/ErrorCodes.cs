using AgencyRoi.Metrics;

namespace AgencyRoi.Api;

/// <summary>The codes as they are written in <c>extensions.code</c>.</summary>
internal static class ErrorCodes
{
    public static string Of(ErrorCode code) => EnumCode.Of(code);
}
