using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Terms.People;

/// <summary>Changes to a person. What is not given stays as it is.</summary>
/// <param name="Id">The person.</param>
/// <param name="Version">The person's version as you read it.</param>
/// <param name="Name">As the agency calls them, at most 200 characters.</param>
/// <param name="RoleClass">Whether they do the work or lead it; hours entered before keep their class.</param>
/// <param name="ExternalReference">Their key in another system; null removes it.</param>
internal sealed record UpdatePersonInput(
    [property: ID<Person>] PersonId Id,
    long Version,
    string? Name = null,
    RoleClass? RoleClass = null,
    [property: Key] Optional<string?> ExternalReference = default
);

[MutationType]
internal static partial class UpdatePerson
{
    /// <summary>Changes a person. To a token that is restricted to clients there are none.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<Person>> UpdatePersonAsync(
        UpdatePersonInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => UpdateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Person>> UpdateAsync(
        DatabaseSession session,
        UpdatePersonInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Text(input.Name, "name");
        checks.Key(input.ExternalReference.Value, "externalReference");
        if (!checks.Passed)
            return checks.Refuse<Person>();

        var found = await OfWholeAgency.FindAsync<Person, PersonId>(session, "person", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var person))
            return problem.Refuse<Person>();
        person.Change(input, now);
        return await session.SaveAsync(person, cancellationToken);
    }
}
