using System.Buffers.Text;
using System.Globalization;
using System.Text;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding.Relay;

/// <summary>
/// Opaque ids: Base64 of <c>TypeName:key</c> (RFC 4648, section 4).
/// <para>
/// An id has one spelling, the one that was given out: another case, the url-safe alphabet, missing or more padding, blanks and bits that Base64 ignores
/// make it another id. Otherwise a cache, a list of seen ids and a log would take one object for several.
/// </para>
/// <para>
/// One policy for what cannot be read: an id that is garbage, of another type, or no id at all behaves exactly like one that does not exist.
/// As an argument it becomes a key that no row has (<see cref="Guid.Empty"/>), so resolvers take their usual way to "not found"; in a filter it equals
/// nothing; in <c>node</c> it finds null. "Not yours", "not there" and "not an id" are then the same answer.
/// </para>
/// </summary>
public sealed class GlobalId
{
    // Longer than any id that was ever given out; keeps garbage from being decoded at length.
    private const int MaxLength = 512;

    private const NumberStyles Digits = NumberStyles.AllowLeadingSign;

    private GlobalId() { }

    public static string Format(string typeName, object key) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{typeName}:{string.Create(CultureInfo.InvariantCulture, $"{key}")}"));

    /// <summary>The key in an id of that type; null when the text is none.</summary>
    public static Guid? KeyOf(string typeName, string? text) =>
        TryRead(text, out var given, out var key) && given == typeName ? (Guid?)KeyParser(typeof(Guid), out _)(key) : null;

    internal static bool TryRead(string? text, out string typeName, out string key)
    {
        typeName = key = "";
        if (text is null || text.Length is 0 or > MaxLength)
            return false;
        var bytes = new byte[text.Length];
        // Written again it must be the same: the reader skips blanks and does not look at the last bits.
        if (!Convert.TryFromBase64String(text, bytes, out var length) || Convert.ToBase64String(bytes.AsSpan(0, length)) != text)
            return false;
        var decoded = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = decoded.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            return false;
        typeName = decoded[..colon];
        key = decoded[(colon + 1)..];
        return true;
    }

    /// <summary>Reads the id of an argument to a key of that .NET type.</summary>
    internal static Func<object?, object?> Reader(Type keyType, string? requiredType)
    {
        var parse = KeyParser(keyType, out var none);
        return text =>
            text is null ? null
            : TryRead((string)text, out var typeName, out var key) && (requiredType is null || typeName == requiredType)
                ? parse(key) ?? none
            : none;
    }

    /// <summary>Parses a key in the form in which it is given out, null when it is not one; <paramref name="none"/> is a key that no row has.</summary>
    internal static Func<string, object?> KeyParser(Type keyType, out object none)
    {
        if (keyType == typeof(Guid))
        {
            none = Guid.Empty;
            return key => Guid.TryParseExact(key, "D", out var id) && AsGiven(id, key) ? id : null;
        }
        if (GuidKeys.Are(keyType))
        {
            var make = GuidKeys.Maker(keyType);
            var parse = KeyParser(typeof(Guid), out var nil);
            none = make((Guid)nil);
            return key => parse(key) is Guid id ? make(id) : null;
        }
        if (keyType == typeof(int))
        {
            none = int.MinValue;
            return key => int.TryParse(key, Digits, CultureInfo.InvariantCulture, out var id) && AsGiven(id, key) ? id : null;
        }
        if (keyType == typeof(long))
        {
            none = long.MinValue;
            return key => long.TryParse(key, Digits, CultureInfo.InvariantCulture, out var id) && AsGiven(id, key) ? id : null;
        }
        if (keyType == typeof(string))
        {
            none = "";
            return key => key.Contains('\0', StringComparison.Ordinal) ? null : key;
        }
        throw new BindingException($"an id's key is a Guid, a type that wraps one, an int, a long or a string, not {keyType}");
    }

    private static bool AsGiven(IFormattable id, string key) => id.ToString(null, CultureInfo.InvariantCulture) == key;

    /// <summary>Writes ids of one type straight to the answer, without a string in between.</summary>
    internal static Action<Guid, ResultBuffer> Writer(string typeName)
    {
        var prefix = Encoding.UTF8.GetBytes(typeName + ":");
        return (key, output) =>
        {
            Span<byte> text = stackalloc byte[prefix.Length + 36];
            prefix.CopyTo(text);
            key.TryFormat(text[prefix.Length..], out _);
            Span<byte> encoded = stackalloc byte[Base64.GetMaxEncodedToUtf8Length(text.Length)];
            Base64.EncodeToUtf8(text, encoded, out _, out var written);
            output.WriteByte((byte)'"');
            output.WriteRaw(encoded[..written]);
            output.WriteByte((byte)'"');
        };
    }
}
