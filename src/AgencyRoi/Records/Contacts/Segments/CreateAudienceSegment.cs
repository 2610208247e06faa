using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Contacts.Profiles;
using AgencyRoi.Records.Stages;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.Segments;

/// <summary>A new segment of a client's audience. All of its conditions must hold; without any it is everybody.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Code">Its key, unique for the client: 1 to 50 capital letters, digits and underscores, beginning with a letter.</param>
/// <param name="Name">As the agency calls it.</param>
/// <param name="Breadth">Whether it is meant for many people or for few.</param>
/// <param name="Stages">The stages of which a contact has one.</param>
/// <param name="Attributes">The conditions on attributes, at most 10.</param>
/// <param name="NetworkCode">The code of the network that a contact has a handle on.</param>
/// <param name="MadeSince">The first day, in UTC, on which a contact was entered.</param>
internal sealed record CreateAudienceSegmentInput(
    [property: ID<Client>] ClientId ClientId,
    string Code,
    string Name,
    AudienceBreadth Breadth,
    IReadOnlyList<CustomerStage>? Stages = null,
    IReadOnlyList<SegmentAttributeInput>? Attributes = null,
    string? NetworkCode = null,
    DateOnly? MadeSince = null
);

/// <summary>A condition on an attribute of a contact.</summary>
/// <param name="AttributeCode">The code of an attribute of the client's profiles.</param>
/// <param name="Values">The values of which the contact has one, 1 to 50.</param>
internal sealed record SegmentAttributeInput(string AttributeCode, IReadOnlyList<string> Values);

[MutationType]
internal static partial class CreateAudienceSegment
{
    private const int MostOfClient = 200;
    private const int MostConditions = 10;
    private const int MostValues = 50;

    /// <summary>
    /// Adds a segment of a client's audience, by conditions on its contacts. At most 200 that are not archived. To repeat it safely, send it again: when the first was
    /// stored, ALREADY_EXISTS at `code` says so.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<AudienceSegment>> CreateAudienceSegmentAsync(
        CreateAudienceSegmentInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CreateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<AudienceSegment>> CreateAsync(
        DatabaseSession session,
        CreateAudienceSegmentInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Code(input.Code);
        checks.Text(input.Name, "name");
        checks.Day(input.MadeSince, "madeSince");
        CheckConditions(checks, input.Attributes ?? []);
        if (!checks.Passed)
            return checks.Refuse<AudienceSegment>();

        // Two that are made at once are counted one after the other.
        await session.LockAsync("clients", input.ClientId, cancellationToken);
        if (await MissingAsync(session, input, cancellationToken) is { } missing)
            return missing.Refuse<AudienceSegment>();
        var inUse = await session
            .Db.Set<AudienceSegment>()
            .CountAsync(row => row.ClientId == input.ClientId && row.ArchivedAt == null, cancellationToken);
        if (inUse >= MostOfClient)
            return BadInputError
                .At("code", $"A client has at most {MostOfClient} segments: archive one that nobody needs.")
                .Refuse<AudienceSegment>();
        var segment = AudienceSegment.Create(session.TenantId, input, now);
        session.Db.Add(segment);
        return await session.SaveAsync(segment, cancellationToken);
    }

    private static void CheckConditions(InputChecks checks, IReadOnlyList<SegmentAttributeInput> conditions)
    {
        checks.Require(
            conditions.Count <= MostConditions,
            "attributes",
            $"A segment has at most {MostConditions} conditions on attributes."
        );
        checks.Require(
            conditions.DistinctBy(condition => condition.AttributeCode).Count() == conditions.Count,
            "attributes",
            "An attribute is there twice: give all values of it together."
        );
        checks.Require(
            conditions.All(condition =>
                condition.Values.Count is > 0 and <= MostValues
                && condition.Values.All(value => value.Length is > 0 and <= ProfileAttributeChecks.LongestValue)
            ),
            "attributes",
            $"A condition has 1 to {MostValues} values of at most {ProfileAttributeChecks.LongestValue} characters."
        );
        foreach (var value in conditions.SelectMany(condition => condition.Values))
            if (!checks.IsFaulty("attributes"))
                checks.Text(value, "attributes");
    }

    private static async Task<IUserError?> MissingAsync(
        DatabaseSession session,
        CreateAudienceSegmentInput input,
        CancellationToken cancellationToken
    )
    {
        if (input.NetworkCode is { } network && !(await NetworkCodes.LoadAsync(session, cancellationToken)).Contains(network))
            return NotFoundError.Of("network", "networkCode");
        string[] wanted = [.. (input.Attributes ?? []).Select(condition => condition.AttributeCode)];
        var known = await session
            .Db.Set<ProfileAttribute>()
            .CountAsync(row => row.ClientId == input.ClientId && row.ArchivedAt == null && wanted.Contains(row.Code), cancellationToken);
        return known == wanted.Length ? null : NotFoundError.Of("profile attribute", "attributes");
    }
}
