namespace AgencyRoi.Recording.Imports.Text;

/// <summary>How a file is written, as its sender declared it. What was not declared is the standard; a cell is never looked at to find out.</summary>
internal sealed record FileFormat
{
    public static FileFormat Standard { get; } = new();

    /// <summary>Null: that of the byte order mark, or UTF-8.</summary>
    public FileCharset? Charset { get; init; }

    /// <summary>Null: the one that stands in the header.</summary>
    public char? Delimiter { get; init; }

    public NumberFormat Numbers { get; init; } = NumberFormat.Standard;

    public DayFormat Days { get; init; } = DayFormat.Standard;
}
