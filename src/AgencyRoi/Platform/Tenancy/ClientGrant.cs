namespace AgencyRoi.Platform.Tenancy;

/// <summary>
/// The restriction of a credential as it was stated: to clients that it names, and to those of groups, whichever these are at the time of each request. The clients
/// that it comes to are the viewer's scope.
/// </summary>
internal sealed record ClientGrant(ClientScope Named, IReadOnlyCollection<ClientGroupId> Groups)
{
    public static ClientGrant All { get; } = new(ClientScope.All, []);

    /// <summary>As an input or a row states it: without clients, those of its groups alone; without either, all.</summary>
    public static ClientGrant Of(IReadOnlyCollection<ClientId>? clients, IReadOnlyCollection<ClientGroupId>? groups) =>
        new(
            clients is not null ? ClientScope.Of(clients)
                : groups is not null ? ClientScope.None
                : ClientScope.All,
            groups is null ? [] : [.. groups.Distinct()]
        );

    /// <summary>
    /// Whether the other one never comes to more, whoever joins or leaves a group. A client that is seen through a group alone is not covered by its name: it may
    /// leave the group tomorrow.
    /// </summary>
    public bool Covers(ClientGrant other) => Named.Covers(other.Named) && (Named.IsAll || other.Groups.All(Groups.Contains));

    /// <summary>The clients and the groups as a row keeps them, in order; no list of groups where there are none.</summary>
    public (ClientId[]? Clients, ClientGroupId[]? Groups) ToLists() =>
        (Named.Clients?.Order().ToArray(), Groups.Count == 0 ? null : [.. Groups.Order()]);

    public bool IsSameAs(ClientGrant other) => Named.Setting == other.Named.Setting && Groups.ToHashSet().SetEquals(other.Groups);
}
