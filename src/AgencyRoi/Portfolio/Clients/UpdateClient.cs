using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Clients;

/// <summary>Changes to a client. What is not given stays as it is.</summary>
/// <param name="Id">The client.</param>
/// <param name="Version">The client's version as you read it.</param>
/// <param name="Name">As the agency calls it, at most 200 characters.</param>
/// <param name="Industry">Its line of business from <c>effectiveFrom</c> on.</param>
/// <param name="BusinessModel">To whom it sells from <c>effectiveFrom</c> on.</param>
/// <param name="Size">How large it is from <c>effectiveFrom</c> on.</param>
/// <param name="Currency">ISO 4217. Only while its ledger is empty.</param>
/// <param name="TimeZone">IANA name. Only while its ledger is empty.</param>
/// <param name="Margin">A share from 0 to 1; null removes it. Posted entries stay as they are; values of goals that take it are calculated anew from today on.</param>
/// <param name="ExternalReference">Its key in another system; null removes it.</param>
/// <param name="EffectiveFrom">
/// The first day on which the given industry, business model and size hold, in the client's time zone, not after today; without it, today. They hold until
/// a day from which something else is known already. To correct what never was true, give the day from which it is true; 1900-01-01: from the beginning.
/// </param>
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
    [property: Key] Optional<string?> ExternalReference = default,
    DateOnly? EffectiveFrom = null
)
{
    internal bool SaysWhatItIs => Industry is not null || BusinessModel is not null || Size is not null;
}

[MutationType]
internal static partial class UpdateClient
{
    /// <summary>
    /// Changes a client. Its currency and time zone are fixed as soon as its ledger has entries. Another industry, business model or size holds from a day on:
    /// the years before stay in comparisons what they were.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    [Error<CurrencyInUseError>]
    public static Task<FieldResult<Client>> UpdateClientAsync(
        UpdateClientInput input,
        OperationDatabase database,
        IFollowsMargin values,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => UpdateAsync(session, input, values, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Client>> UpdateAsync(
        DatabaseSession session,
        UpdateClientInput input,
        IFollowsMargin values,
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
        checks.Day(input.EffectiveFrom, "effectiveFrom");
        checks.Require(
            input.EffectiveFrom is null || input.SaysWhatItIs,
            "effectiveFrom",
            "effectiveFrom is the day of an industry, business model or size: give one of them, or leave effectiveFrom out."
        );
        if (!checks.Passed)
            return checks.Refuse<Client>();

        // Two writers for the same day get numbers one after the other, and nobody takes a margin that is about to change.
        if (input.SaysWhatItIs || input.Margin.HasValue)
            await session.LockAsync("clients", input.Id, cancellationToken);
        var found = await session.FindAsync<Client, ClientId>("client", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var client))
            return problem.Refuse<Client>();

        var hasEntries =
            (input.Currency ?? input.TimeZone) is not null && await LedgerUse.HasEntriesAsync(session, client.Id, cancellationToken);
        var before = client.Margin;
        if (client.Change(input, hasEntries, now) is { } refused)
            return refused.Refuse<Client>();
        if (input.SaysWhatItIs && await ProfileWriting.AddAsync(session, client, input, now, cancellationToken) is { } tooEarly)
            return tooEarly.Refuse<Client>();
        if (input.Margin.HasValue && client.Margin != before)
            await values.FollowAsync(session, client, now, cancellationToken);
        return await session.SaveAsync(client, cancellationToken);
    }
}
