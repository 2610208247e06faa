using AgencyRoi.GraphQL.AspNetCore.Requests;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Hosting;
using AgencyRoi.Recording.Imports.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace AgencyRoi.Recording.Imports;

/// <summary>The body of a request as the text of a file. What is none is answered before a line of it is read.</summary>
internal static class ImportBody
{
    /// <summary>Null: it is answered.</summary>
    public static async Task<FileText?> OpenAsync(HttpContext http, FileFormat format)
    {
        var headers = http.Request.Headers;
        if (!MediaTypes.IsOne(headers.ContentType, "text/csv", out var charset))
            return await RefuseAsync(http, "Send the file with content-type: text/csv.");
        if (charset.Length > 0)
        {
            if (FileCharset.Find(charset.ToString()) is not { } declared)
                return await RefuseAsync(http, $"The charset of content-type is one of {FileCharset.Names}.");
            if (format.Charset is not null && format.Charset != declared)
                return await RefuseAsync(http, "The charset of content-type and the parameter 'charset' differ: declare one of them.");
            format = format with { Charset = declared };
        }
        if (IsPacked(headers.ContentEncoding) is not { } isPacked)
        {
            http.Response.Headers.AcceptEncoding = "gzip";
            return await RefuseAsync(http, "A file is sent as it is, or with content-encoding: gzip.");
        }
        if (http.Request.ContentLength > LimitedStream.LargestFile)
        {
            await ErrorAnswer.WriteAsync(
                http,
                StatusCodes.Status413PayloadTooLarge,
                ErrorCode.LimitExceeded,
                "A file has at most 1 GiB: send it in parts, each with the header."
            );
            return null;
        }
        // Where there is no length, what is too large is noticed on the way, and told in the report with what stands by then.
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
        Stream bytes = new LimitedStream(http.Request.Body);
        if (isPacked)
        {
            bytes = new LimitedStream(new GzipFile(bytes));
            http.Response.RegisterForDispose(bytes);
        }
        try
        {
            return await FileText.OpenAsync(bytes, format, http.RequestAborted);
        }
        catch (FileNotTextException none)
        {
            return await RefuseAsync(http, none.Message);
        }
        catch (FileBrokenException broken)
        {
            return await RefuseAsync(http, broken.Message);
        }
    }

    private static bool? IsPacked(StringValues encoding) =>
        encoding.ToString() switch
        {
            "" => false,
            var one when one.Equals("identity", StringComparison.OrdinalIgnoreCase) => false,
            var one when one.Equals("gzip", StringComparison.OrdinalIgnoreCase) => true,
            _ => null,
        };

    private static async Task<FileText?> RefuseAsync(HttpContext http, string message)
    {
        await ErrorAnswer.WriteAsync(http, StatusCodes.Status415UnsupportedMediaType, ErrorCode.BadInput, message);
        return null;
    }
}
