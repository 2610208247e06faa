using System.Collections.Frozen;
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

/// <summary>The keys of a statement in the form in which they are compared.</summary>
internal static class GivenKeys
{
    /// <summary>Empty where the client's secret is not the session's to see.</summary>
    public static IReadOnlyList<GivenKey> Of(ContactStatement statement, JourneyKeys hashes)
    {
        var (client, keys) = (statement.ClientId, new List<GivenKey>());
        if (statement.Email is { } email)
            Add(ContactKeyKind.Email, null, Address(email), hashes.HashOfEmail(client, Address(email)));
        if (statement.CrmId is { } reference)
            Add(ContactKeyKind.CrmId, null, reference, hashes.HashOfContact(client, reference));
        if (statement is { Handle: { } handle, NetworkCode: { } network })
            Add(ContactKeyKind.Handle, network, Handle(handle), hashes.HashOfHandle(client, network, Handle(handle)));
        if (statement.Device is { } device)
            Add(ContactKeyKind.Device, null, device, hashes.HashOfVisitor(client, device));
        return keys;

        void Add(ContactKeyKind kind, string? on, string text, Guid? hash)
        {
            if (hash is { } known)
                keys.Add(new GivenKey(kind, on, text, known));
        }
    }

    public static bool IsAddress(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is var at and > 0
        && at < text.Length - 1
        && at == text.LastIndexOf('@')
        && !text.Any(char.IsWhiteSpace);

    /// <summary>A handle in the form in which it is compared.</summary>
    public static string Handle(string text) => (text.StartsWith('@') ? text[1..] : text).ToLowerInvariant();

    private static string Address(string text) => text.ToLowerInvariant();
}
