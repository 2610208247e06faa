using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.Contacts.Profiles;

/// <summary>Changes to an attribute of profiles. What is not given stays as it is.</summary>
/// <param name="Id">The attribute.</param>
/// <param name="Version">The attribute's version as you read it.</param>
/// <param name="Name">As the agency calls it.</param>
/// <param name="Question">The question that it answers about a person, at most 500 characters.</param>
/// <param name="IsWanted">Whether it is to be known of everybody.</param>
/// <param name="IsNeed">Whether it says what the person needs.</param>
/// <param name="AllowedValues">All values that it can have from now on, those of before among them.</param>
internal sealed record UpdateProfileAttributeInput(
    [property: ID<ProfileAttribute>] Guid Id,
    long Version,
    string? Name = null,
    string? Question = null,
    bool? IsWanted = null,
    bool? IsNeed = null,
    IReadOnlyList<string>? AllowedValues = null
);

/// <summary>An attribute of profiles to archive.</summary>
/// <param name="Id">The attribute.</param>
/// <param name="Version">The attribute's version as you read it.</param>
internal sealed record ArchiveProfileAttributeInput([property: ID<ProfileAttribute>] Guid Id, long Version);

[MutationType]
internal static partial class UpdateProfileAttribute
{
    /// <summary>Changes an attribute of a client's profiles. Its code stays, and so do the values that contacts may have.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    public static Task<FieldResult<ProfileAttribute>> UpdateProfileAttributeAsync(
        UpdateProfileAttributeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => UpdateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    /// <summary>Takes an attribute out of use, for good: nothing more is recorded for it and no figure counts it. What was recorded stays with the contacts.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<ProfileAttribute>> ArchiveProfileAttributeAsync(
        ArchiveProfileAttributeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => ArchiveAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<ProfileAttribute>> UpdateAsync(
        DatabaseSession session,
        UpdateProfileAttributeInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        ProfileAttributeChecks.Apply(checks, input.Name, input.Question, input.AllowedValues);
        if (!checks.Passed)
            return checks.Refuse<ProfileAttribute>();
        var found = await session.FindAsync<ProfileAttribute>("profile attribute", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var attribute))
            return problem.Refuse<ProfileAttribute>();
        if (attribute.Change(input, now) is { } refused)
            return refused.Refuse<ProfileAttribute>();
        return await session.SaveAsync(attribute, cancellationToken);
    }

    private static async Task<FieldResult<ProfileAttribute>> ArchiveAsync(
        DatabaseSession session,
        ArchiveProfileAttributeInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await session.FindAsync<ProfileAttribute>("profile attribute", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var attribute))
            return problem.Refuse<ProfileAttribute>();
        attribute.Archive(now);
        return await session.SaveAsync(attribute, cancellationToken);
    }
}
