using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace AgencyRoi.GraphQL.TypeSystem.Scalars;

/// <summary>A UUID with its hyphens, in lower case when written.</summary>
internal sealed class UuidScalar()
    : TextScalar<Guid>("UUID", "a UUID such as 123e4567-e89b-12d3-a456-426614174000", "https://www.rfc-editor.org/rfc/rfc9562")
{
    protected override bool TryParse(string text, out Guid value) => Guid.TryParseExact(text, "D", out value) && text.Length == 36;

    internal override void Write(object value, ResultBuffer output) => output.WriteQuoted(Convert(value));

    protected override string Format(Guid value) => value.ToString("D");
}

/// <summary>An absolute URI. What a resolver returns is written as it was made, a relative reference too.</summary>
internal sealed class UriScalar()
    : TextScalar<Uri>("URI", "an absolute URI such as https://example.com/", "https://www.rfc-editor.org/rfc/rfc3986")
{
    // Without the scheme .NET takes a path of the local machine for a file URI.
    protected override bool TryParse(string text, [NotNullWhen(true)] out Uri? value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value) && text.StartsWith(value.Scheme + ":", StringComparison.OrdinalIgnoreCase);

    protected override string Format(Uri value) => value.OriginalString;
}

/// <summary>Bytes in base 64 with padding and without line breaks.</summary>
internal sealed class Base64StringScalar()
    : TextScalar<byte[]>("Base64String", "bytes encoded in base 64", "https://www.rfc-editor.org/rfc/rfc4648#section-4")
{
    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(" \t\r\n");

    protected override bool TryParse(string text, [NotNullWhen(true)] out byte[]? value)
    {
        value = null;
        if (text.AsSpan().ContainsAny(WhiteSpace))
            return false;
        var bytes = new byte[text.Length / 4 * 3];
        if (!System.Convert.TryFromBase64String(text, bytes, out var length))
            return false;
        value = bytes[..length];
        return true;
    }

    protected override string Format(byte[] value) => System.Convert.ToBase64String(value);
}
