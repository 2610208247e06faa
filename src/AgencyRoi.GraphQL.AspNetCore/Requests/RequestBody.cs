using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.AspNetCore.Requests;

/// <summary>Reads a whole body into memory, up to a limit of our own: the server's may be far above it.</summary>
internal static class RequestBody
{
    private const int SizeWithoutAnnouncement = 4096;

    // What a caller announces but never sends must not cost us more than this.
    private const int LargestFirstSize = 64 * 1024;

    public static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
            throw TooLarge(maxBytes);

        // One byte more than announced, so that the read that finds the end finds room.
        var body = new byte[(int)Math.Min(request.ContentLength ?? SizeWithoutAnnouncement, LargestFirstSize) + 1];
        var length = 0;
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(body.AsMemory(length), cancellationToken)) > 0)
            {
                length += read;
                if (length > maxBytes)
                    throw TooLarge(maxBytes);
                if (length == body.Length)
                    Array.Resize(ref body, Math.Min(length * 2, maxBytes + 1));
            }
        }
        catch (BadHttpRequestException error)
        {
            // The server's own limit, a body cut short, or a chunk that is none.
            throw error.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLarge(maxBytes)
                : new RequestRefusal(error.StatusCode, "The body cannot be read.");
        }
        return body.AsMemory(0, length);
    }

    private static RequestRefusal TooLarge(int maxBytes) =>
        new(StatusCodes.Status413PayloadTooLarge, $"The body must not be longer than {maxBytes} bytes.", LimitNames.BodyTooLarge);
}
