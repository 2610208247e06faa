namespace AgencyRoi.Recording.Imports.Text;

/// <summary>
/// Counts the lines of a text (ASCII or UTF-8) while somebody reads it: CR, LF and CR LF end a line, and what follows the last of them is a line when it
/// is not empty.
/// </summary>
internal sealed class LineCountingStream(Stream text) : ReadOnlyStream
{
    private long breaks;
    private byte last = (byte)'\n';

    public long Lines => breaks + (last is (byte)'\n' or (byte)'\r' ? 0 : 1);

    /// <summary>How many have been read.</summary>
    public long Bytes { get; private set; }

    public static long BreaksIn(ReadOnlySpan<byte> text) => text.Count((byte)'\n') + text.Count((byte)'\r') - text.Count("\r\n"u8);

    /// <summary>Counts what nobody has read, to the end.</summary>
    public async Task CountRestAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        while (await ReadAsync(buffer, cancellationToken) > 0) { }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await text.ReadAsync(buffer, cancellationToken);
        Count(buffer.Span[..count]);
        return count;
    }

    private void Count(ReadOnlySpan<byte> read)
    {
        if (read.IsEmpty)
            return;
        Bytes += read.Length;
        breaks += BreaksIn(read);
        if (last == '\r' && read[0] == '\n')
            breaks--;
        last = read[^1];
    }
}
