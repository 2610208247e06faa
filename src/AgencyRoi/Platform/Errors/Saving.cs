using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace AgencyRoi.Platform.Errors;

/// <summary>Saves, and says as an error what only the database can know: a race that was lost, a reference that is not there.</summary>
internal static class Saving
{
    /// <summary>Saves and answers with the row, or with the error.</summary>
    public static async Task<FieldResult<T>> SaveAsync<T>(this DatabaseSession session, T row, CancellationToken cancellationToken) =>
        await session.SaveOrErrorAsync(cancellationToken) is { } error ? error.Refuse<T>() : row;

    /// <returns>Null when it is saved. After an error the session can do no more and is rolled back with the mutation.</returns>
    public static async Task<IUserError?> SaveOrErrorAsync(this DatabaseSession session, CancellationToken cancellationToken)
    {
        if (await MissingReferences.FindAsync(session, cancellationToken) is { } reference)
            return Missing(reference);
        try
        {
            await session.Db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ConflictError();
        }
        catch (ClientOutOfReachException)
        {
            return NoSuchClient;
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException refused && Explain(refused) is { } error)
        {
            return error;
        }
    }

    /// <summary>
    /// Reads the name of the violated constraint: <c>channels_external_reference_unique</c> is the field <c>externalReference</c>,
    /// the reference <c>outcomes_campaign</c> the field <c>campaignId</c>. Null: a fault of ours.
    /// </summary>
    public static IUserError? Explain(PostgresException refused)
    {
        var name = Within(refused);
        return refused.SqlState switch
        {
            PostgresErrorCodes.UniqueViolation when name.EndsWith("_unique", StringComparison.Ordinal) => Taken(name[..^"_unique".Length]),
            // A key that no field of the input is alone to blame for: two writers made the same row at once, and the other was faster.
            PostgresErrorCodes.UniqueViolation => ConflictError.OfRace,
            PostgresErrorCodes.ForeignKeyViolation => Missing(name),
            // A policy refused the row: it belongs to a client that the token may not see.
            PostgresErrorCodes.InsufficientPrivilege => NoSuchClient,
            _ => null,
        };
    }

    public static IUserError NoSuchClient => NotFoundError.Of("client", "clientId");

    public static IUserError Missing(IForeignKey reference) => Missing(ColumnOf(reference));

    private static AlreadyExistsError Taken(string column) =>
        new($"Another one has this {column.Replace('_', ' ')} already.", ["input", CamelCase(column)]);

    private static IUserError Missing(string column) =>
        column switch
        {
            "currency" or "base" or "quote" => BadInputError.At(
                column == "currency" ? column : column + "Currency",
                "There is no such currency in ISO 4217."
            ),
            "network" => NotFoundError.Of("network", "networkCode"),
            "parent" => NotFoundError.Of("campaign", "parentId"),
            _ => NotFoundError.Of(column.Replace('_', ' '), CamelCase(column) + "Id"),
        };

    // (TenantId, ClientId, ChannelId) is the channel, (NetworkCode) the network.
    private static string ColumnOf(IForeignKey reference)
    {
        var column = SnakeCase.Of(reference.Properties[^1].Name);
        return column.EndsWith("_id", StringComparison.Ordinal) ? column[..^"_id".Length]
            : column.EndsWith("_code", StringComparison.Ordinal) ? column[..^"_code".Length]
            : column;
    }

    private static string Within(PostgresException refused) =>
        refused.ConstraintName is { } constraint
        && refused.TableName is { } table
        && constraint.StartsWith(table + "_", StringComparison.Ordinal)
            ? constraint[(table.Length + 1)..]
            : "";

    private static string CamelCase(string column)
    {
        var words = column.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
