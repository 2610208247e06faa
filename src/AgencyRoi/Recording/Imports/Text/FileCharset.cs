using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace AgencyRoi.Recording.Imports.Text;

/// <summary>
/// A charset that a file may be declared to be in. Its bytes are turned into UTF-8; what is no character becomes a byte that UTF-8 does not have, so that
/// whoever reads a row finds it there, and no other row is touched.
/// </summary>
/// <param name="byteOrderMark">The bytes that may stand before the text; empty: there is none.</param>
internal abstract class FileCharset(string name, byte[] byteOrderMark)
{
    /// <summary>How many bytes of UTF-8 come of one byte at most.</summary>
    public const int MostBytes = 3;

    private const byte NoCharacter = 0xFF;

    public static FileCharset Standard { get; } = new PlainUtf8();

    public static IReadOnlyList<FileCharset> All { get; } =
    [
        Standard,
        new Utf16("utf-16le", isBigEndian: false),
        new Utf16("utf-16be", isBigEndian: true),
        new SingleByte("iso-8859-1", Encoding.Latin1),
        .. new[] { "iso-8859-2", "iso-8859-15", "windows-1250", "windows-1251", "windows-1252", "windows-1254" }.Select(
            each => new SingleByte(each, CodePagesEncodingProvider.Instance.GetEncoding(each)!) // the provider has these
        ),
    ];

    public static string Names => string.Join(", ", All.Select(charset => charset.Name));

    /// <summary>As it is declared.</summary>
    public string Name { get; } = name;

    public byte[] ByteOrderMark { get; } = byteOrderMark;

    public static FileCharset? Find(string name) =>
        All.FirstOrDefault(charset => charset.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a header can begin with these bytes.</summary>
    public virtual bool MayBeginWith(ReadOnlySpan<byte> text) => true;

    /// <param name="isEnd">Whether no more bytes come.</param>
    /// <returns>How many bytes were read and written; those that were not read come again, with more.</returns>
    public abstract (int Read, int Written) Decode(ReadOnlySpan<byte> bytes, bool isEnd, Span<byte> utf8);

    private sealed class PlainUtf8() : FileCharset("utf-8", [0xEF, 0xBB, 0xBF])
    {
        public override (int Read, int Written) Decode(ReadOnlySpan<byte> bytes, bool isEnd, Span<byte> utf8)
        {
            bytes.CopyTo(utf8);
            return (bytes.Length, bytes.Length);
        }
    }

    private sealed class Utf16(string name, bool isBigEndian) : FileCharset(name, isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE])
    {
        // The names of columns are ASCII.
        public override bool MayBeginWith(ReadOnlySpan<byte> text) => text.Length < 2 || text[isBigEndian ? 0 : 1] == 0;

        public override (int Read, int Written) Decode(ReadOnlySpan<byte> bytes, bool isEnd, Span<byte> utf8)
        {
            var characters = new char[bytes.Length / 2];
            for (var i = 0; i < characters.Length; i++)
                characters[i] = (char)((bytes[(2 * i) + (isBigEndian ? 0 : 1)] << 8) | bytes[(2 * i) + (isBigEndian ? 1 : 0)]);
            ReadOnlySpan<char> rest = characters;
            var written = 0;
            while (true)
            {
                var status = Utf8.FromUtf16(
                    rest,
                    utf8[written..],
                    out var read,
                    out var more,
                    replaceInvalidSequences: false,
                    isFinalBlock: isEnd
                );
                rest = rest[read..];
                written += more;
                if (status != OperationStatus.InvalidData)
                    break;
                rest = rest[1..];
                utf8[written++] = NoCharacter;
            }
            var left = (2 * rest.Length) + (bytes.Length % 2);
            if (!isEnd || left == 0)
                return (bytes.Length - left, written);
            utf8[written++] = NoCharacter;
            return (bytes.Length, written);
        }
    }

    private sealed class SingleByte(string name, Encoding encoding) : FileCharset(name, [])
    {
        private readonly byte[][] characters =
        [
            .. Enumerable.Range(0, 256).Select(code => Encoding.UTF8.GetBytes(encoding.GetString([(byte)code]))),
        ];

        public override (int Read, int Written) Decode(ReadOnlySpan<byte> bytes, bool isEnd, Span<byte> utf8)
        {
            var written = 0;
            foreach (var code in bytes)
            {
                characters[code].CopyTo(utf8[written..]);
                written += characters[code].Length;
            }
            return (bytes.Length, written);
        }
    }
}
