using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Terms.People;

/// <summary>Somebody who works for the agency.</summary>
/// <param name="Name">As the agency calls them, at most 200 characters.</param>
/// <param name="RoleClass">Whether they do the work or lead it.</param>
/// <param name="ExternalReference">Their key in another system; unique within the agency.</param>
internal sealed record CreatePersonInput(string Name, RoleClass RoleClass, [property: Key] string? ExternalReference = null);

[MutationType]
internal static partial class CreatePerson
{
    /// <summary>
    /// Enters a person whose hours will be recorded. Refused to a token that is restricted to clients. To repeat it safely, give it an external
    /// reference: sent again, ALREADY_EXISTS says that the first was stored.
    /// </summary>
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<Person>> CreatePersonAsync(
        CreatePersonInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CreateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Person>> CreateAsync(
        DatabaseSession session,
        CreatePersonInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (AgencyWide.ErrorFor(session) is { } forbidden)
            return forbidden.Refuse<Person>();
        var checks = new InputChecks();
        checks.Text(input.Name, "name");
        checks.Key(input.ExternalReference, "externalReference");
        if (!checks.Passed)
            return checks.Refuse<Person>();

        var person = Person.Create(session.TenantId, input, now);
        session.Db.Add(person);
        return await session.SaveAsync(person, cancellationToken);
    }
}
