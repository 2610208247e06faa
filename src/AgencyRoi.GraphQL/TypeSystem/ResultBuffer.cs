using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>
/// A growing UTF-8 buffer that the answer is written into. Unlike Utf8JsonWriter it can be cut back to an earlier length:
/// when a non-null field turns out null, what its nearest nullable parent had written is dropped.
/// Commas and colons are the caller's business.
/// </summary>
internal sealed class ResultBuffer : IDisposable
{
    // Only what JSON demands: an API's answer is not embedded in HTML.
    private static readonly SearchValues<char> Escaped = SearchValues.Create([
        .. Enumerable.Range(0, 0x20).Select(code => (char)code),
        '"',
        '\\',
    ]);

    private byte[] bytes;

    public ResultBuffer(int capacity = 4096) => bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    /// <summary>Whether the scalar Decimal is written as a string, for callers whose numbers are doubles.</summary>
    public bool DecimalsAsStrings { get; init; }

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

    /// <summary>Drops everything after <paramref name="length"/> bytes.</summary>
    public void CutBackTo(int length) => Length = length;

    public void WriteByte(byte value)
    {
        if (Length == bytes.Length)
            Grow(1);
        bytes[Length++] = value;
    }

    /// <summary>Bytes as they are: already JSON.</summary>
    public void WriteRaw(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Reserve(utf8.Length));
        Length += utf8.Length;
    }

    public void WriteNull() => WriteRaw("null"u8);

    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    public void WriteNumber(long value)
    {
        Utf8Formatter.TryFormat(value, Reserve(20), out var written);
        Length += written;
    }

    /// <summary>Keeps the scale: 3.0 stays 3.0.</summary>
    public void WriteNumber(decimal value)
    {
        value.TryFormat(Reserve(32), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>A number, or a string of the same characters where decimals are strings.</summary>
    public void WriteDecimal(decimal value)
    {
        if (DecimalsAsStrings)
            WriteQuoted(value);
        else
            WriteNumber(value);
    }

    /// <summary>The shortest text that reads back as the same double. The caller has refused NaN and infinities.</summary>
    public void WriteNumber(double value)
    {
        value.TryFormat(Reserve(32), out var written, "R", CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>The shortest text that reads back as the same float. The caller has refused NaN and infinities.</summary>
    public void WriteNumber(float value)
    {
        value.TryFormat(Reserve(32), out var written, "R", CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>A formattable value between quotation marks whose text needs no escapes: an id, a date, a number.</summary>
    public void WriteQuoted<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        var span = Reserve(130);
        span[0] = (byte)'"';
        if (!value.TryFormat(span[1..^1], out var written, format, CultureInfo.InvariantCulture))
            throw new ArgumentException($"{typeof(T)} wrote more than 128 bytes.", nameof(value));
        span[written + 1] = (byte)'"';
        Length += written + 2;
    }

    /// <summary>A string with its quotation marks and escapes. A lone surrogate is written as U+FFFD.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        WriteByte((byte)'"');
        for (int next; (next = value.IndexOfAny(Escaped)) >= 0; value = value[(next + 1)..])
        {
            WriteUtf8(value[..next]);
            WriteEscape(value[next]);
        }
        WriteUtf8(value);
        WriteByte((byte)'"');
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        Length = 0;
    }

    private void WriteUtf8(ReadOnlySpan<char> value) =>
        Length += Encoding.UTF8.GetBytes(value, Reserve(Encoding.UTF8.GetMaxByteCount(value.Length)));

    private void WriteEscape(char value)
    {
        switch (value)
        {
            case '"':
                WriteRaw("\\\""u8);
                break;
            case '\\':
                WriteRaw("\\\\"u8);
                break;
            case '\n':
                WriteRaw("\\n"u8);
                break;
            case '\r':
                WriteRaw("\\r"u8);
                break;
            case '\t':
                WriteRaw("\\t"u8);
                break;
            default:
                WriteRaw("\\u00"u8);
                Utf8Formatter.TryFormat((byte)value, Reserve(2), out _, new StandardFormat('x', 2));
                Length += 2;
                break;
        }
    }

    private Span<byte> Reserve(int count)
    {
        if (bytes.Length - Length < count)
            Grow(count);
        return bytes.AsSpan(Length);
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Length + count));
        bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
