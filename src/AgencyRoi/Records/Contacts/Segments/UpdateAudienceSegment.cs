using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.Contacts.Segments;

/// <summary>A new name of a segment.</summary>
/// <param name="Id">The segment.</param>
/// <param name="Version">The segment's version as you read it.</param>
/// <param name="Name">As the agency calls it.</param>
internal sealed record UpdateAudienceSegmentInput([property: ID<AudienceSegment>] Guid Id, long Version, string Name);

/// <summary>A segment to archive.</summary>
/// <param name="Id">The segment.</param>
/// <param name="Version">The segment's version as you read it.</param>
internal sealed record ArchiveAudienceSegmentInput([property: ID<AudienceSegment>] Guid Id, long Version);

[MutationType]
internal static partial class UpdateAudienceSegment
{
    /// <summary>Gives a segment another name. Its conditions stay: others are another segment.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    public static Task<FieldResult<AudienceSegment>> UpdateAudienceSegmentAsync(
        UpdateAudienceSegmentInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => UpdateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    /// <summary>Takes a segment out of use, for good: no more variants are made for it. Its results stay.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<AudienceSegment>> ArchiveAudienceSegmentAsync(
        ArchiveAudienceSegmentInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => ArchiveAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<AudienceSegment>> UpdateAsync(
        DatabaseSession session,
        UpdateAudienceSegmentInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Text(input.Name, "name");
        if (!checks.Passed)
            return checks.Refuse<AudienceSegment>();
        var found = await session.FindAsync<AudienceSegment>("segment", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var segment))
            return problem.Refuse<AudienceSegment>();
        if (segment.Rename(input.Name, now) is { } refused)
            return refused.Refuse<AudienceSegment>();
        return await session.SaveAsync(segment, cancellationToken);
    }

    private static async Task<FieldResult<AudienceSegment>> ArchiveAsync(
        DatabaseSession session,
        ArchiveAudienceSegmentInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await session.FindAsync<AudienceSegment>("segment", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var segment))
            return problem.Refuse<AudienceSegment>();
        segment.Archive(now);
        return await session.SaveAsync(segment, cancellationToken);
    }
}
