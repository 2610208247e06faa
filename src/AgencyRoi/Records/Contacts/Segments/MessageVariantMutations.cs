using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.Segments;

/// <summary>A new variant of a message.</summary>
/// <param name="SegmentId">The segment that it is for.</param>
/// <param name="ChannelId">The channel of the segment's client that it is sent by.</param>
/// <param name="Code">Its key, unique for the client: 1 to 50 capital letters, digits and underscores, beginning with a letter.</param>
/// <param name="Name">As the agency calls it.</param>
/// <param name="CampaignId">The campaign whose cost and value it has a part in.</param>
internal sealed record CreateMessageVariantInput(
    [property: ID<AudienceSegment>] Guid SegmentId,
    [property: ID<Channel>] ChannelId ChannelId,
    string Code,
    string Name,
    [property: ID<Campaign>] CampaignId? CampaignId = null
);

/// <summary>A new name of a variant.</summary>
/// <param name="Id">The variant.</param>
/// <param name="Version">The variant's version as you read it.</param>
/// <param name="Name">As the agency calls it.</param>
internal sealed record UpdateMessageVariantInput([property: ID<MessageVariant>] Guid Id, long Version, string Name);

[MutationType]
internal static partial class MessageVariantMutations
{
    private const int MostOfSegment = 100;

    /// <summary>
    /// Adds a variant of a message to a segment by a channel, at most 100 to a segment. To repeat it safely, send it again: when the first was stored, ALREADY_EXISTS at
    /// `code` says so.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<MessageVariant>> CreateMessageVariantAsync(
        CreateMessageVariantInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CreateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    /// <summary>Gives a variant of a message another name. Its segment, channel and campaign stay: others are another variant.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    public static Task<FieldResult<MessageVariant>> UpdateMessageVariantAsync(
        UpdateMessageVariantInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => UpdateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<MessageVariant>> CreateAsync(
        DatabaseSession session,
        CreateMessageVariantInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Code(input.Code);
        checks.Text(input.Name, "name");
        if (!checks.Passed)
            return checks.Refuse<MessageVariant>();

        // Two that are made at once are counted one after the other.
        await session.LockAsync("audience_segments", input.SegmentId, cancellationToken);
        var segment = await session.Db.Set<AudienceSegment>().SingleOrDefaultAsync(row => row.Id == input.SegmentId, cancellationToken);
        if (segment is null)
            return NotFoundError.Of("segment", "segmentId").Refuse<MessageVariant>();
        if (segment.ArchivedAt is not null)
            return BadInputError.At("segmentId", "The segment is archived: make another one.").Refuse<MessageVariant>();
        if (await session.Db.Set<MessageVariant>().CountAsync(row => row.SegmentId == segment.Id, cancellationToken) >= MostOfSegment)
            return BadInputError.At("segmentId", $"A segment has at most {MostOfSegment} variants.").Refuse<MessageVariant>();
        var variant = MessageVariant.Create(session.TenantId, segment.ClientId, input, now);
        session.Db.Add(variant);
        return await session.SaveAsync(variant, cancellationToken);
    }

    private static async Task<FieldResult<MessageVariant>> UpdateAsync(
        DatabaseSession session,
        UpdateMessageVariantInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Text(input.Name, "name");
        if (!checks.Passed)
            return checks.Refuse<MessageVariant>();
        var found = await session.FindAsync<MessageVariant>("variant of a message", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var variant))
            return problem.Refuse<MessageVariant>();
        variant.Rename(input.Name, now);
        return await session.SaveAsync(variant, cancellationToken);
    }
}
