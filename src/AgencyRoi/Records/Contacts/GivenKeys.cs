using System.Collections.Frozen;
using System.Diagnostics;
using AgencyRoi.Records.Journeys;

namespace AgencyRoi.Records.Contacts;

/// <summary>A key as a statement gives it: hashed, and its text for as long as the statement is looked at.</summary>
internal sealed record GivenKey(ContactKeyKind Kind, string? Network, string Text, Guid Hash)
{
    private static readonly FrozenDictionary<ContactKeyKind, string> Fields = new Dictionary<ContactKeyKind, string>
    {
        [ContactKeyKind.Email] = "email",
        [ContactKeyKind.CrmId] = "crmId",
        [ContactKeyKind.Handle] = "handle",
        [ContactKeyKind.Device] = "device",
    }.ToFrozenDictionary();

    /// <summary>The input's field that it was given in.</summary>
    public string Field => Fields[Kind];
}

/// <summary>A key as somebody writes it.</summary>
/// <param name="Network">The code of the network that a handle is of.</param>
internal sealed record AskedKey(ContactKeyKind Kind, string Text, string? Network = null)
{
    /// <summary>The form in which it is compared.</summary>
    public string Compared =>
        Kind switch
        {
            ContactKeyKind.Email => Text.Trim().ToLowerInvariant(),
            ContactKeyKind.Handle => GivenKeys.Handle(Text),
            ContactKeyKind.CrmId or ContactKeyKind.Device => Text,
            _ => throw new UnreachableException($"{Kind} is no kind of keys."),
        };
}

/// <summary>The keys of a statement in the form in which they are compared.</summary>
internal static class GivenKeys
{
    /// <summary>Empty where the client's secret is not the session's to see.</summary>
    public static IReadOnlyList<GivenKey> Of(ContactStatement statement, JourneyKeys hashes)
    {
        AskedKey?[] asked =
        [
            statement.Email is { } email ? new(ContactKeyKind.Email, email) : null,
            statement.CrmId is { } reference ? new(ContactKeyKind.CrmId, reference) : null,
            statement is { Handle: { } handle, NetworkCode: { } network } ? new(ContactKeyKind.Handle, handle, network) : null,
            statement.Device is { } device ? new(ContactKeyKind.Device, device) : null,
        ];
        return [.. asked.OfType<AskedKey>().Select(key => Of(key, statement.ClientId, hashes)).OfType<GivenKey>()];
    }

    /// <summary>Null where the client's secret is not the session's to see, or is not there.</summary>
    public static GivenKey? Of(AskedKey asked, ClientId client, JourneyKeys hashes)
    {
        var (kind, text, network) = (asked.Kind, asked.Compared, asked.Network);
        var hash = kind switch
        {
            ContactKeyKind.Email => hashes.HashOfEmail(client, text),
            ContactKeyKind.CrmId => hashes.HashOfContact(client, text),
            ContactKeyKind.Handle => hashes.HashOfHandle(client, network!, text), // given together
            ContactKeyKind.Device => hashes.HashOfVisitor(client, text),
            _ => throw new UnreachableException($"{kind} is no kind of keys."),
        };
        return hash is { } known ? new(kind, network, text, known) : null;
    }

    public static bool IsAddress(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is var at and > 0
        && at < text.Length - 1
        && at == text.LastIndexOf('@')
        && !text.Any(char.IsWhiteSpace);

    /// <summary>A handle in the form in which it is compared.</summary>
    public static string Handle(string text) => (text.StartsWith('@') ? text[1..] : text).ToLowerInvariant();
}
