using System.IO.Compression;
using System.Text;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Tests.Recording.Imports;

/// <summary>A file of some kind as it may come from outside: in some charset, with some delimiter, cut, torn or spoilt in one place.</summary>
internal sealed class DamagedFile
{
    private static readonly string[] LineEnds = ["\n", "\r\n", "\r"];
    private static readonly (string Name, char Character)[] Delimiters = [("comma", ','), ("semicolon", ';'), ("tab", '\t'), ("pipe", '|')];

    private readonly Random random;
    private readonly char delimiter;
    private readonly StringBuilder text = new();

    /// <summary>In which place of the text, and in which line, each record begins.</summary>
    private readonly List<(int Place, int Line)> records = [];

    public DamagedFile(int seed, ImportKind kind, string client)
    {
        random = new Random(seed);
        Kind = kind;
        (var name, delimiter) = Any(Delimiters);
        var (charset, encoding, mark) = Any(
            ("utf-8", (Encoding)new UTF8Encoding(), false),
            ("utf-8", new UTF8Encoding(), true),
            ("utf-16le", Encoding.Unicode, true),
            ("utf-16le", Encoding.Unicode, false),
            ("utf-16be", Encoding.BigEndianUnicode, false),
            ("windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!, false)
        );
        Write(kind, client);
        (Damage, var place) = Spoil();
        DamagedLine = records.Last(record => record.Place <= place).Line;
        var bytes = encoding.GetBytes(text.ToString());
        if (Chance(4))
        {
            Damage += ", bytes";
            var at = random.Next(bytes.Length);
            DamagedLine = Math.Min(DamagedLine, LineOf(encoding, bytes, at));
            bytes = Torn(bytes, at);
        }
        // What another program makes of the same bytes.
        Lines = CountLines(encoding.GetString(bytes));
        if (mark)
            bytes = [.. encoding.GetPreamble() is { Length: > 0 } own ? own : Encoding.UTF8.GetPreamble(), .. bytes];
        Query = (Chance(2) ? $"&delimiter={name}" : "") + (mark && Chance(2) ? "" : $"&charset={charset}");
        Bytes = bytes;
        if (!Chance(6))
            return;
        IsPacked = true;
        Bytes = Pack(bytes);
        if (!Chance(2))
            return;
        Damage += ", packed bytes";
        IsBrokenPack = true;
        Bytes = Torn(Bytes, random.Next(Bytes.Length));
    }

    public ImportKind Kind { get; }
    public string Query { get; }
    public byte[] Bytes { get; }
    public string Damage { get; }
    public int Lines { get; }

    /// <summary>The first line of the first record that is not as it was.</summary>
    public int DamagedLine { get; }
    public bool IsPacked { get; }
    public bool IsBrokenPack { get; }

    private static int CountLines(string text)
    {
        using var reader = new StringReader(text);
        var lines = 0;
        while (reader.ReadLine() is not null)
            lines++;
        return lines;
    }

    private void Write(ImportKind kind, string client)
    {
        var end = Any(LineEnds);
        var rows = Chance(20) ? 1000 + random.Next(300) : random.Next(40);
        Line(string.Join(delimiter, kind.Columns.Select(column => column.Name)), end);
        for (var row = 0; row < rows; row++)
            Line(
                Chance(12)
                    ? Any("", " ", new string(delimiter, kind.Columns.Count - 1))
                    : string.Join(delimiter, kind.Columns.Select(column => Cell(column, client, row))),
                Chance(20) ? Any(LineEnds) : end
            );
        if (Chance(3))
            text.Length -= Math.Min(end.Length, text.Length);
    }

    private void Line(string line, string end)
    {
        records.Add((text.Length, CountLines(text.ToString()) + 1));
        text.Append(line).Append(end);
    }

    private string Cell(ImportColumn column, string client, int row) =>
        column.Name switch
        {
            "client" => Chance(30) ? "nobody" : client,
            "external_reference" => $"r-{row}",
            "date" or "from" or "month" or "seen_on" => "2025-03-10",
            "to" => "2025-04-10",
            "currency" or "quote_currency" => "USD",
            "base_currency" => "EUR",
            "category" => "OTHER",
            "note" or "description" when Chance(4) => Any("\"two\nlines\"", "\"three\r\n\r\nlines\"", "\"a \"\" mark\"", "Büro"),
            _ => column.IsRequired || Chance(3) ? Any("1", "2.50", "true", "a") : "",
        };

    private (string Damage, int Place) Spoil()
    {
        var place = random.Next(text.Length);
        switch (random.Next(7))
        {
            case 0:
                text.Length = place;
                return ("cut", place);
            case 1:
                text.Insert(place, '"');
                return ("quotation mark", place);
            case 2:
                text.Insert(place, $"{delimiter}\"");
                return ("quotation mark at the beginning of a field", place);
            case 3:
                text.Insert(place, Any("\n", "\r\n\r\n", "\n \n", "\r"));
                return ("line breaks", place);
            case 4 when Chance(4):
                text.Insert(place, new string('x', (1 << 20) + random.Next(1 << 20)));
                return ("more than 1 MiB", place);
            case 5:
                text.Remove(place, Math.Min(random.Next(1, 60), text.Length - place));
                return ("a part is missing", place);
            case 6:
                text.Insert(place, Any("\0", "\uFEFF", "\u2028", "\u0085", "\v", "\f"));
                return ("an odd character", place);
            default:
                return ("none", text.Length);
        }
    }

    private byte[] Torn(byte[] bytes, int at) =>
        random.Next(4) switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + 1)..]],
            2 => [.. bytes[..at], (byte)random.Next(256), .. bytes[at..]],
            _ => [.. bytes[..at], (byte)(bytes[at] ^ (1 << random.Next(8))), .. bytes[(at + 1)..]],
        };

    // The record before it, since a byte may belong to the end of its line.
    private int LineOf(Encoding encoding, byte[] bytes, int at)
    {
        var place = Math.Max(0, encoding.GetString(bytes, 0, at).Length - 2);
        return records.Last(record => record.Place <= place).Line;
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            packing.Write(bytes);
        return packed.ToArray();
    }

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private T Any<T>(params T[] values) => values[random.Next(values.Length)];
}
