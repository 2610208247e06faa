namespace AgencyRoi.Platform.Tenancy;

/// <summary>
/// The restriction of a credential as it was stated: to clients that it names, and to those of groups, whichever these are at the time of each request. The clients
/// that it comes to are the viewer's scope.
/// </summary>
internal sealed record ClientGrant(ClientScope Named, IReadOnlyCollection<ClientGroupId> Groups)
{
    /// <summary>
    /// Whether the other one never comes to more, whoever joins or leaves a group. A client that is seen through a group alone is not covered by its name: it may
    /// leave the group tomorrow.
    /// </summary>
    public bool Covers(ClientGrant other) => Named.Covers(other.Named) && (Named.IsAll || other.Groups.All(Groups.Contains));

    public bool IsSameAs(ClientGrant other) => Named.Setting == other.Named.Setting && Groups.ToHashSet().SetEquals(other.Groups);
}
