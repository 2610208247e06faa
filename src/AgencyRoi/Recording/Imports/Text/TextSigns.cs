namespace AgencyRoi.Recording.Imports.Text;

/// <summary>
/// What the first bytes of a file say about it. A byte order mark is the sender's own declaration of a charset. Everything else is no more than a reason to refuse: a
/// charset is never concluded from what a text looks like.
/// </summary>
internal static class TextSigns
{
    private const string HowToDeclare = "Save it as UTF-8, or declare what it is with charset: one of ";

    private static readonly (byte[] Bytes, string What)[] NotText =
    [
        ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive, as spreadsheets (.xlsx, .ods) are: export the sheet as CSV"),
        ([0x1F, 0x8B], "packed with gzip: send it with the header content-encoding: gzip, or unpack it first"),
        ([0x28, 0xB5, 0x2F, 0xFD], "packed with zstd: unpack it first"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old spreadsheet (.xls): export the sheet as CSV"),
        ("%PDF"u8.ToArray(), "a PDF: export the table as CSV"),
        ("PAR1"u8.ToArray(), "a Parquet file: export it as CSV"),
        ("{"u8.ToArray(), "JSON: send CSV"),
        ("["u8.ToArray(), "JSON: send CSV"),
        ("<"u8.ToArray(), "HTML or XML: export the table as CSV"),
        ([0xFF, 0xFE, 0x00, 0x00], "UTF-32: save it as UTF-8"),
        ([0x00, 0x00, 0xFE, 0xFF], "UTF-32: save it as UTF-8"),
    ];

    /// <exception cref="FileNotTextException">It is no text, or its byte order mark says another charset than was declared.</exception>
    public static FileCharset CharsetOf(ReadOnlySpan<byte> head, FileCharset? declared)
    {
        foreach (var (bytes, what) in NotText)
            if (head.StartsWith(bytes))
                throw new FileNotTextException($"The file is {what}.");
        FileCharset? marked = null;
        foreach (var charset in FileCharset.All)
            if (charset.ByteOrderMark.Length > 0 && head.StartsWith(charset.ByteOrderMark))
                marked = charset;
        if (marked is not null && declared is not null && marked != declared)
            throw new FileNotTextException(
                $"The file is declared as {declared.Name} and begins with the byte order mark of {marked.Name}."
            );
        var taken = marked ?? declared ?? FileCharset.Standard;
        if (marked is null && !taken.MayBeginWith(head))
            throw new FileNotTextException($"The file is not {taken.Name}, as it is declared. {HowToDeclare}{FileCharset.Names}.");
        return taken;
    }

    /// <param name="text">The beginning of it, decoded.</param>
    /// <exception cref="FileNotTextException">Its first line with content is none.</exception>
    public static void RequireText(ReadOnlySpan<byte> text, FileCharset charset)
    {
        var line = FirstLine(text);
        if (line.Contains((byte)0) && charset == FileCharset.Standard)
            throw new FileNotTextException(
                $"The file is not UTF-8: it has NUL characters, as UTF-16 has when it is read as UTF-8. {HowToDeclare}{FileCharset.Names}."
            );
        foreach (var one in line)
            if (one < ' ' && one != '\t')
                throw new FileNotTextException("The file is no text: its first line has control characters. Export the table as CSV.");
        if (!System.Text.Unicode.Utf8.IsValid(line))
            throw new FileNotTextException($"The first line is not {charset.Name}. {HowToDeclare}{FileCharset.Names}.");
    }

    /// <summary>The first line with content; a part of it where it is longer than what is there.</summary>
    public static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart("\r\n\t "u8);
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        return end < 0 ? Whole(text) : text[..end];
    }

    // Not through the middle of a character.
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> text)
    {
        for (var cut = 0; cut < 4 && cut < text.Length; cut++)
            if (System.Text.Unicode.Utf8.IsValid(text[..^cut]))
                return text[..^cut];
        return text;
    }
}
