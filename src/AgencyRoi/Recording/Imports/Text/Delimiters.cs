namespace AgencyRoi.Recording.Imports.Text;

/// <summary>The characters that may stand between the fields of a file.</summary>
internal static class Delimiters
{
    public const string Names = "comma, semicolon, tab or pipe";

    private const string All = ",;\t|";

    public static char? Find(string name) =>
        name switch
        {
            "comma" => ',',
            "semicolon" => ';',
            "tab" => '\t',
            "pipe" => '|',
            _ => null,
        };

    /// <summary>
    /// What the first line with content says: in a header the first one that stands in it, since no column's name has one; without any it has one column.
    /// </summary>
    public static char Of(ReadOnlySpan<byte> text)
    {
        foreach (var one in TextSigns.FirstLine(text))
            if (All.Contains((char)one))
                return (char)one;
        return ',';
    }

    /// <summary>Whether a line is <c>sep=;</c>, by which a spreadsheet declares the delimiter of a file before its header.</summary>
    public static bool IsHint(ReadOnlySpan<byte> line) =>
        line is [(byte)'s', (byte)'e', (byte)'p', (byte)'=', var one] && All.Contains((char)one);
}
