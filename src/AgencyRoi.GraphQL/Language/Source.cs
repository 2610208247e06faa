using System.Text;

namespace AgencyRoi.GraphQL.Language;

/// <summary>The UTF-8 text of a document. Locations are byte offsets into it; lines and columns are counted only when an error needs them.</summary>
public sealed class Source(ReadOnlyMemory<byte> body, string name = "GraphQL request")
{
    /// <summary>The text as UTF-8, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Body { get; } = body;

    public string Name { get; } = name;

    public static Source FromText(string text, string name = "GraphQL request") => new(Encoding.UTF8.GetBytes(text), name);

    /// <summary>Line and column (both from 1) of a byte offset; a column counts UTF-16 code units, as JavaScript tools do.</summary>
    public SourceLocation GetLocation(int offset)
    {
        var text = Body.Span[..Math.Min(offset, Body.Length)];
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
        return new SourceLocation(line, Encoding.UTF8.GetCharCount(text[lineStart..]) + 1);
    }
}

/// <summary>A place in a source text, both numbers from 1.</summary>
public readonly record struct SourceLocation(int Line, int Column);
