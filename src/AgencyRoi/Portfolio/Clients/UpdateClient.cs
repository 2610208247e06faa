using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Clients;

/// <summary>Changes to a client. What is not given stays as it is.</summary>
/// <param name="Id">The client.</param>
/// <param name="Version">The client's version as you read it.</param>
/// <param name="Name">As the agency calls it, at most 200 characters.</param>
/// <param name="Industry">Its line of business.</param>
/// <param name="BusinessModel">To whom it sells.</param>
/// <param name="Size">How large it is.</param>
/// <param name="Currency">ISO 4217. Only while its ledger is empty.</param>
/// <param name="TimeZone">IANA name. Only while its ledger is empty.</param>
/// <param name="Margin">A share from 0 to 1; null removes it. Posted entries stay as they are.</param>
/// <param name="ExternalReference">Its key in another system; null removes it.</param>
internal sealed record UpdateClientInput(
    [property: ID<Client>] ClientId Id,
    long Version,
    string? Name = null,
    Industry? Industry = null,
    BusinessModel? BusinessModel = null,
    ClientSize? Size = null,
    string? Currency = null,
    string? TimeZone = null,
    Optional<decimal?> Margin = default,
    [property: Key] Optional<string?> ExternalReference = default
);

[MutationType]
internal static partial class UpdateClient
{
    /// <summary>Changes a client. Its currency and time zone are fixed as soon as its ledger has entries.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    [Error<CurrencyInUseError>]
    public static Task<FieldResult<Client>> UpdateClientAsync(
        UpdateClientInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => UpdateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Client>> UpdateAsync(
        DatabaseSession session,
        UpdateClientInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        ClientChecks.Apply(
            checks,
            name: input.Name,
            currency: input.Currency,
            timeZone: input.TimeZone,
            input.Margin.Value,
            input.ExternalReference.Value
        );
        if (!checks.Passed)
            return checks.Refuse<Client>();

        var found = await session.FindAsync<Client, ClientId>("client", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var client))
            return problem.Refuse<Client>();

        var hasEntries =
            (input.Currency ?? input.TimeZone) is not null && await LedgerUse.HasEntriesAsync(session, client.Id, cancellationToken);
        return client.Change(input, hasEntries, now) is { } refused
            ? refused.Refuse<Client>()
            : await session.SaveAsync(client, cancellationToken);
    }
}
