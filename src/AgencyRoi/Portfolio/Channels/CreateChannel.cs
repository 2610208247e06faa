using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Purposes;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Channels;

/// <summary>A new channel of a client.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="NetworkCode">The network it lives on: a code of <c>networks</c>.</param>
/// <param name="Name">As the agency calls it, at most 200 characters.</param>
/// <param name="Ownership">Owned, earned or paid.</param>
/// <param name="Role">What it is mainly for.</param>
/// <param name="RunByAgency">Whether the agency runs it: only then do its sales count as direct value.</param>
/// <param name="Handle">The account's name on the network.</param>
/// <param name="Url">Its address on the web, with https:// or http://.</param>
/// <param name="Lifecycle">Whether it is in use.</param>
/// <param name="ExternalReference">Its key in another system; unique for the client.</param>
/// <param name="PurposeIds">The purposes of the client that it serves, at most 20. A channel that serves none, and is no goal's, has returns that are marked WITHOUT_PURPOSE.</param>
internal sealed record CreateChannelInput(
    [property: ID<Client>] ClientId ClientId,
    string NetworkCode,
    string Name,
    ChannelOwnership Ownership,
    ChannelRole Role,
    bool RunByAgency,
    string? Handle = null,
    string? Url = null,
    LifecycleStage Lifecycle = LifecycleStage.Active,
    [property: Key] string? ExternalReference = null,
    [property: ID<Purpose>] IReadOnlyList<PurposeId>? PurposeIds = null
);

[MutationType]
internal static partial class CreateChannel
{
    /// <summary>
    /// Adds a channel to a client, on one of <c>networks</c>. To repeat it safely, give it an external reference: sent again, ALREADY_EXISTS says
    /// that the first was stored.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<Channel>> CreateChannelAsync(
        CreateChannelInput input,
        OperationDatabase database,
        NetworkCatalogue catalogue,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CreateAsync(session, input, catalogue, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Channel>> CreateAsync(
        DatabaseSession session,
        CreateChannelInput input,
        NetworkCatalogue catalogue,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        ChannelChecks.Apply(checks, input.Name, input.Handle, input.Url, input.ExternalReference);
        checks.Text(input.NetworkCode, "networkCode", longest: 50);
        ChannelPurposes.Check(checks, input.PurposeIds);
        if (!checks.Passed)
            return checks.Refuse<Channel>();

        var own = await AgencyNetwork
            .Visible(session)
            .Where(network => network.Code == input.NetworkCode)
            .Select(network => (Guid?)network.Id)
            .SingleOrDefaultAsync(cancellationToken);
        if (own is null && await UnknownNetwork.FindAsync(session, input.NetworkCode, catalogue, cancellationToken) is { } unknown)
            return unknown.Refuse<Channel>();
        var channel = Channel.Create(session.TenantId, input, own, now);
        session.Db.Add(channel);
        if (
            input.PurposeIds is { } purposeIds
            && await ChannelPurposes.SetAsync(session, channel, purposeIds, cancellationToken) is { } missing
        )
            return missing.Refuse<Channel>();
        return await session.SaveAsync(channel, cancellationToken);
    }
}
