using System.Buffers.Binary;
using System.IO.Compression;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Recording.Imports.Text;

/// <summary>
/// Unpacks a file that was sent with <c>content-encoding: gzip</c>. <see cref="GZipStream"/> takes the end of the bytes for the end of the file and looks at
/// no checksum, so a file that was cut off would be read as a shorter one: length and checksum are compared here. https://www.rfc-editor.org/rfc/rfc1952
/// </summary>
internal sealed class GzipFile : ReadOnlyStream
{
    /// <summary>CSV packs ten to thirty times; deflate reaches a thousand with what nobody wrote.</summary>
    private const int LargestRatio = 100;

    /// <summary>Small files of the same line over and over are nobody's burden.</summary>
    private const long FreeOfRatio = 16 << 20;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Remainder((uint)value))];

    private readonly PackedBytes packed;
    private readonly GZipStream unpacking;
    private uint checksum = uint.MaxValue;
    private long length;

    public GzipFile(Stream packed)
    {
        this.packed = new PackedBytes(packed);
        unpacking = new GZipStream(this.packed, CompressionMode.Decompress, leaveOpen: true);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count;
        try
        {
            count = await unpacking.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw Broken();
        }
        length += count;
        foreach (var one in buffer.Span[..count])
            checksum = Table[(byte)(checksum ^ one)] ^ (checksum >> 8);
        if (length > FreeOfRatio && length > packed.Count * LargestRatio)
            throw new FileBrokenException(
                ErrorCode.LimitExceeded,
                $"The file unpacks to more than {LargestRatio} times its size: send it as it is, without content-encoding."
            );
        return count > 0 || buffer.IsEmpty || IsWhole ? count : throw Broken();
    }

    protected override void Dispose(bool disposing)
    {
        unpacking.Dispose();
        base.Dispose(disposing);
    }

    // The trailer: CRC-32 of the file, then its length modulo 2^32.
    private bool IsWhole =>
        packed.Count > packed.Last.Length
        && BinaryPrimitives.ReadUInt32LittleEndian(packed.Last) == ~checksum
        && BinaryPrimitives.ReadUInt32LittleEndian(packed.Last.AsSpan(4)) == (uint)length;

    private static FileBrokenException Broken() =>
        new(
            ErrorCode.BadInput,
            "The body is not one whole gzip file, or its checksum is another: what was read before may differ from the file too. Pack and send it again."
        );

    private static uint Remainder(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
        return value;
    }

    /// <summary>Counts the packed bytes and keeps the last ones.</summary>
    private sealed class PackedBytes(Stream bytes) : ReadOnlyStream
    {
        public byte[] Last { get; } = new byte[8];

        public long Count { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await bytes.ReadAsync(buffer, cancellationToken);
            Count += count;
            var read = buffer.Span[..count];
            if (count < Last.Length)
                Last.AsSpan(count).CopyTo(Last);
            var kept = Math.Min(count, Last.Length);
            read[^kept..].CopyTo(Last.AsSpan(Last.Length - kept));
            return count;
        }
    }
}
