using AgencyRoi.Platform.Database;

namespace AgencyRoi.Portfolio.Clients;

/// <summary>A calculation that takes the margin of a client, and is made anew in the transaction that changes it.</summary>
internal interface IFollowsMargin
{
    Task FollowAsync(DatabaseSession session, Client client, DateTimeOffset now, CancellationToken cancellationToken);
}
