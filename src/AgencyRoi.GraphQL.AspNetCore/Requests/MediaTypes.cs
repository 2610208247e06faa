using AgencyRoi.GraphQL.AspNetCore.Responses;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AgencyRoi.GraphQL.AspNetCore.Requests;

/// <summary>What a request says of its body. https://www.rfc-editor.org/rfc/rfc9110#section-8.3</summary>
public static class MediaTypes
{
    /// <summary>
    /// Whether a <c>Content-Type</c> is that media type, in UTF-8 or without a word about it. A parameter that comes twice means one thing to a proxy that
    /// checks and another to us, so it makes the header mean nothing; so does a header that comes twice.
    /// </summary>
    public static bool IsUtf8(StringValues contentType, string mediaType) =>
        IsOne(contentType, mediaType, out var charset) && Charset.IsUtf8(charset);

    /// <summary>The same in whatever charset; empty where there is no word about it.</summary>
    public static bool IsOne(StringValues contentType, string mediaType, out StringSegment charset)
    {
        charset = default;
        if (
            contentType.Count != 1
            || !MediaTypeHeaderValue.TryParse(contentType[0], out var type)
            || !type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
            || type.Parameters.Select(parameter => parameter.Name.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count()
                != type.Parameters.Count
        )
            return false;
        charset = type.Charset.HasValue ? HeaderUtilities.UnescapeAsQuotedString(type.Charset) : default;
        // An empty name in quotation marks is a word about it, and names none.
        return charset.Length > 0 || type.Charset.Length == 0;
    }
}
