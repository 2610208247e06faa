namespace AgencyRoi.Records.Contacts;

/// <summary>
/// Whose keys the chunks of a dry run would have stored so far. By their texts: a client without a secret has another one in each chunk, and other hashes.
/// </summary>
internal sealed class RolledBackContacts
{
    private readonly Dictionary<(ClientId, ContactKeyKind, string?, string), Guid> owners = [];

    public Guid? OwnerOf(ClientId client, GivenKey key) =>
        owners.TryGetValue((client, key.Kind, key.Network, key.Text), out var owner) ? owner : null;

    public void Add(ClientId client, GivenKey key, Guid contactId) => owners.TryAdd((client, key.Kind, key.Network, key.Text), contactId);
}
