using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>
/// The text of a cursor: eight bytes that bind it to an order and its scope, then the row's keys as a JSON array, all in url-safe Base64.
/// It is opaque, not secret, and not trusted: everything in it is checked and used only as a parameter.
/// </summary>
internal static class Cursor
{
    private const int BindingLength = 8;
    private const int MaxLength = 4096;

    public static byte[] Bind(string order, string scope) => SHA256.HashData(Encoding.UTF8.GetBytes($"{order}\n{scope}"))[..BindingLength];

    public static string Write(byte[] binding, object?[] keys) =>
        Base64Url.EncodeToString([.. binding, .. JsonSerializer.SerializeToUtf8Bytes(keys.Select(Plain))]);

    public static object?[] Read(string cursor, byte[] binding, IReadOnlyList<Type> types)
    {
        if (
            cursor.Length > MaxLength
            || !Base64Url.IsValid(cursor)
            || Base64Url.DecodeFromChars(cursor) is not { Length: > BindingLength } bytes
            || !bytes.AsSpan(0, BindingLength).SequenceEqual(binding)
        )
            throw Refuse();
        try
        {
            using var json = JsonDocument.Parse(bytes.AsMemory(BindingLength));
            if (json.RootElement.ValueKind is not JsonValueKind.Array || json.RootElement.GetArrayLength() != types.Count)
                throw Refuse();
            return [.. json.RootElement.EnumerateArray().Select((key, i) => Safe(Read(key, types[i])))];
        }
        catch (Exception broken) when (broken is JsonException or FormatException or InvalidOperationException or NotSupportedException)
        {
            throw Refuse();
        }
    }

    public static GraphQLException Refuse() =>
        new(
            "The cursor does not belong to this list: it was given out for another order or filter, or is no cursor at all.",
            ErrorCodes.BadCursor
        );

    private static object? Plain(object? key) => key is IGuidKey typed ? typed.Value : key;

    private static object? Read(JsonElement key, Type type) =>
        Nullable.GetUnderlyingType(type) is { } some
            ? key.ValueKind is JsonValueKind.Null
                ? null
                : Read(key, some)
            : GuidKeys.Are(type)
                ? GuidKeys.Maker(type)(key.GetGuid())
                : key.Deserialize(type);

    /// <summary>What a database would refuse with an error of its own is refused here.</summary>
    private static object? Safe(object? key) =>
        key switch
        {
            string text when text.Contains('\0', StringComparison.Ordinal) => throw Refuse(),
            DateTimeOffset moment => moment.ToUniversalTime(),
            DateTime { Kind: DateTimeKind.Local } moment => moment.ToUniversalTime(),
            _ => key,
        };
}
