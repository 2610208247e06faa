using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Recording.Imports.Text;

/// <summary>Ends with an error where there are more bytes than a file may have.</summary>
internal sealed class LimitedStream(Stream bytes) : ReadOnlyStream
{
    public const long LargestFile = 1L << 30;

    private long read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (read > LargestFile)
            throw TooLarge();
        var count = await bytes.ReadAsync(buffer, cancellationToken);
        read += count;
        return read > LargestFile ? throw TooLarge() : count;
    }

    private static FileBrokenException TooLarge() =>
        new(ErrorCode.LimitExceeded, "A file has at most 1 GiB, unpacked too: send it in parts, each with the header.");
}
