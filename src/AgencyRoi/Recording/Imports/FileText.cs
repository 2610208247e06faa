using AgencyRoi.Recording.Imports.Text;

namespace AgencyRoi.Recording.Imports;

/// <summary>
/// The text of a file as UTF-8, whatever charset it is in: the declared one, or that of its byte order mark, or UTF-8. That it is text is looked at before a line
/// of it is read.
/// </summary>
internal sealed class FileText : ReadOnlyStream
{
    private const int HeadLength = 1 << 14;

    private readonly Stream bytes;
    private readonly FileCharset charset;
    private readonly byte[] source;
    private readonly byte[] decoded;
    private int kept;
    private Memory<byte> ready;
    private bool isAtEnd;

    private FileText(Stream bytes, FileCharset charset, FileFormat format, ReadOnlySpan<byte> head)
    {
        (this.bytes, this.charset, Format) = (bytes, charset, format);
        source = new byte[HeadLength];
        decoded = new byte[HeadLength * FileCharset.MostBytes];
        head.CopyTo(source);
        kept = head.Length;
    }

    public FileFormat Format { get; }

    /// <summary>The delimiter of fields: as declared, or as the first line with content says, since no column's name has such a character.</summary>
    public char Delimiter { get; private set; }

    /// <exception cref="FileNotTextException">It is no text, or not in the charset that it is declared to be in.</exception>
    public static async Task<FileText> OpenAsync(Stream bytes, FileFormat format, CancellationToken cancellationToken)
    {
        var head = new byte[HeadLength];
        var length = await bytes.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellationToken);
        var charset = TextSigns.CharsetOf(head.AsSpan(0, length), format.Charset);
        var mark = head.AsSpan(0, length).StartsWith(charset.ByteOrderMark) ? charset.ByteOrderMark.Length : 0;
        var text = new FileText(bytes, charset, format, head.AsSpan(mark, length - mark)) { isAtEnd = length < HeadLength };
        text.Begin();
        return text;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (ready.IsEmpty && !(isAtEnd && kept == 0))
        {
            var count = await bytes.ReadAsync(source.AsMemory(kept), cancellationToken);
            kept += count;
            isAtEnd = count == 0;
            Decode();
        }
        var taken = Math.Min(buffer.Length, ready.Length);
        ready[..taken].CopyTo(buffer);
        ready = ready[taken..];
        return taken;
    }

    private void Begin()
    {
        Decode();
        TextSigns.RequireText(ready.Span, charset);
        Delimiter = Format.Delimiter ?? Delimiters.Of(ready.Span);
    }

    private void Decode()
    {
        var (read, written) = charset.Decode(source.AsSpan(0, kept), isAtEnd, decoded);
        source.AsSpan(read, kept - read).CopyTo(source);
        kept -= read;
        ready = decoded.AsMemory(0, written);
    }
}
