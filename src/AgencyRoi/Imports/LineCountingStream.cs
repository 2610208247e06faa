namespace AgencyRoi.Imports;

/// <summary>
/// Counts the lines of a text (ASCII or UTF-8) while somebody reads it: CR, LF and CR LF end a line, and what follows the last of them is a line when it
/// is not empty.
/// </summary>
internal sealed class LineCountingStream(Stream text) : Stream
{
    private long breaks;
    private byte last = (byte)'\n';

    public long Lines => breaks + (last is (byte)'\n' or (byte)'\r' ? 0 : 1);

    /// <summary>How many have been read.</summary>
    public long Bytes { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

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

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = text.Read(buffer, offset, count);
        Count(buffer.AsSpan(offset, read));
        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

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

    public static long BreaksIn(ReadOnlySpan<byte> text) => text.Count((byte)'\n') + text.Count((byte)'\r') - text.Count("\r\n"u8);
}
