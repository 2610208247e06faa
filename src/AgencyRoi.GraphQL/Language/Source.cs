using System.Text;

namespace AgencyRoi.GraphQL.Language;

/// <summary>The UTF-8 text of a document. Locations are byte offsets into it; lines and columns are counted only when an error needs them.</summary>
public sealed class Source(ReadOnlyMemory<byte> body)
{
    /// <summary>The text as UTF-8, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Body { get; } = body;

    public static Source FromText(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Line and column (both from 1) of a byte offset; a column counts UTF-16 code units, as JavaScript tools do.</summary>
    public SourceLocation GetLocation(int offset)
    {
        var text = Body.Span[..Math.Min(offset, Body.Length)];
        // Nearly always: one error of a schema can be about thousands of places, and this looks at many bytes at a time.
        if (!text.Contains((byte)'\r'))
            return At(1 + text.Count((byte)'\n'), text[(text.LastIndexOf((byte)'\n') + 1)..]);
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < Body.Length && Body.Span[i + 1] == '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }
        return At(line, text[lineStart..]);
    }

    private static SourceLocation At(int line, ReadOnlySpan<byte> before) => new(line, Encoding.UTF8.GetCharCount(before) + 1);
}

/// <summary>A place in a source text, both numbers from 1.</summary>
public readonly record struct SourceLocation(int Line, int Column);
