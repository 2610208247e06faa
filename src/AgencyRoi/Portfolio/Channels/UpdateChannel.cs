using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Purposes;

namespace AgencyRoi.Portfolio.Channels;

/// <summary>Changes to a channel. What is not given stays as it is.</summary>
/// <param name="Id">The channel.</param>
/// <param name="Version">The channel's version as you read it.</param>
/// <param name="Name">As the agency calls it, at most 200 characters.</param>
/// <param name="Handle">The account's name on the network; null removes it.</param>
/// <param name="Url">Its address on the web; null removes it.</param>
/// <param name="Ownership">Owned, earned or paid.</param>
/// <param name="Role">What it is mainly for.</param>
/// <param name="Lifecycle">Whether it is in use.</param>
/// <param name="RunByAgency">Whether the agency runs it. Posted entries stay as they are.</param>
/// <param name="ExternalReference">Its key in another system; null removes it.</param>
/// <param name="PurposeIds">All purposes that it serves from now on, at most 20; an empty list: none.</param>
internal sealed record UpdateChannelInput(
    [property: ID<Channel>] ChannelId Id,
    long Version,
    string? Name = null,
    Optional<string?> Handle = default,
    Optional<string?> Url = default,
    ChannelOwnership? Ownership = null,
    ChannelRole? Role = null,
    LifecycleStage? Lifecycle = null,
    bool? RunByAgency = null,
    [property: Key] Optional<string?> ExternalReference = default,
    [property: ID<Purpose>] IReadOnlyList<PurposeId>? PurposeIds = null
);

[MutationType]
internal static partial class UpdateChannel
{
    /// <summary>Changes a channel. Its network stays: another network is another channel.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<Channel>> UpdateChannelAsync(
        UpdateChannelInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => UpdateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Channel>> UpdateAsync(
        DatabaseSession session,
        UpdateChannelInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        ChannelChecks.Apply(checks, input.Name, input.Handle.Value, input.Url.Value, input.ExternalReference.Value);
        ChannelPurposes.Check(checks, input.PurposeIds);
        if (!checks.Passed)
            return checks.Refuse<Channel>();

        var found = await session.FindAsync<Channel, ChannelId>("channel", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var channel))
            return problem.Refuse<Channel>();
        channel.Change(input, now);
        if (
            input.PurposeIds is { } purposeIds
            && await ChannelPurposes.SetAsync(session, channel, purposeIds, cancellationToken) is { } missing
        )
            return missing.Refuse<Channel>();
        return await session.SaveAsync(channel, cancellationToken);
    }
}
