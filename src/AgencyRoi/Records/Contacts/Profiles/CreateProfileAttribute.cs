using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.Profiles;

/// <summary>A new attribute of a client's profiles.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Code">Its key, unique for the client: 1 to 50 capital letters, digits and underscores, beginning with a letter.</param>
/// <param name="Name">As the agency calls it.</param>
/// <param name="Question">The question that it answers about a person, at most 500 characters.</param>
/// <param name="IsWanted">Whether it is to be known of everybody.</param>
/// <param name="IsNeed">Whether it says what the person needs.</param>
/// <param name="AllowedValues">The values that it can have, at most 50; none: any text.</param>
internal sealed record CreateProfileAttributeInput(
    [property: ID<Client>] ClientId ClientId,
    string Code,
    string Name,
    string Question,
    bool IsWanted,
    bool IsNeed = false,
    IReadOnlyList<string>? AllowedValues = null
);

[MutationType]
internal static partial class CreateProfileAttribute
{
    /// <summary>
    /// Adds an attribute to a client's profiles of people: what may be recorded of a contact. At most 50 that are not archived. To repeat it safely, send it again: when
    /// the first was stored, ALREADY_EXISTS at `code` says so.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<ProfileAttribute>> CreateProfileAttributeAsync(
        CreateProfileAttributeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CreateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<ProfileAttribute>> CreateAsync(
        DatabaseSession session,
        CreateProfileAttributeInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Code(input.Code);
        ProfileAttributeChecks.Apply(checks, input.Name, input.Question, input.AllowedValues);
        if (!checks.Passed)
            return checks.Refuse<ProfileAttribute>();

        // Two that are made at once are counted one after the other.
        await session.LockAsync("clients", input.ClientId, cancellationToken);
        var inUse = await session
            .Db.Set<ProfileAttribute>()
            .CountAsync(row => row.ClientId == input.ClientId && row.ArchivedAt == null, cancellationToken);
        if (inUse >= ProfileAttributeChecks.MostOfClient)
            return BadInputError
                .At("code", $"A client has at most {ProfileAttributeChecks.MostOfClient} attributes: archive one that nobody needs.")
                .Refuse<ProfileAttribute>();
        var attribute = ProfileAttribute.Create(session.TenantId, input, now);
        session.Db.Add(attribute);
        return await session.SaveAsync(attribute, cancellationToken);
    }
}
