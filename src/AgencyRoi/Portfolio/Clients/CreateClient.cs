using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Clients;

/// <summary>A new client.</summary>
/// <param name="Name">
/// As the agency calls it, at most 200 characters. Without an external reference no other client that is not archived has this name.
/// </param>
/// <param name="Industry">Its line of business.</param>
/// <param name="BusinessModel">To whom it sells.</param>
/// <param name="Size">How large it is.</param>
/// <param name="Currency">ISO 4217, for example <c>EUR</c>: the currency of its figures.</param>
/// <param name="TimeZone">IANA name, for example <c>Europe/Paris</c>: in this zone its days begin and end.</param>
/// <param name="Margin">The contribution margin of its sales, a share from 0 to 1. Without one, direct value is the revenue itself.</param>
/// <param name="ExternalReference">Its key in another system; unique within the agency. With one, two clients may have the same name.</param>
/// <param name="DataOrigin">Whether its data is real, a published sample, or made up.</param>
/// <param name="DataNote">Where the data is from, when it is not real.</param>
internal sealed record CreateClientInput(
    string Name,
    Industry Industry,
    BusinessModel BusinessModel,
    ClientSize Size,
    string Currency,
    string TimeZone,
    decimal? Margin = null,
    [property: Key] string? ExternalReference = null,
    DataOrigin DataOrigin = DataOrigin.Entered,
    string? DataNote = null
);

[MutationType]
internal static partial class CreateClient
{
    /// <summary>
    /// Takes on a client, with an empty ledger. The first one brings the agency's house account with it. Refused to a token that is restricted to
    /// clients. To repeat it safely, send it again: when the first was stored, ALREADY_EXISTS at `externalReference`, or without one at `name`, says
    /// so, and `clients(where: …)` with the same finds it.
    /// </summary>
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<Client>> CreateClientAsync(
        CreateClientInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CreateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Client>> CreateAsync(
        DatabaseSession session,
        CreateClientInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (AgencyWide.ErrorFor(session) is { } forbidden)
            return forbidden.Refuse<Client>();
        var checks = new InputChecks();
        ClientChecks.Apply(
            checks,
            name: input.Name,
            currency: input.Currency,
            timeZone: input.TimeZone,
            input.Margin,
            input.ExternalReference
        );
        checks.Text(input.DataNote, "dataNote", longest: 2000);
        if (!checks.Passed)
            return checks.Refuse<Client>();

        var house = await HouseClient.EnsureAsync(session, now, cancellationToken);
        // Until the commit, so that of one request sent twice at once the second sees the client of the first.
        await session.LockAsync("clients", house, cancellationToken);
        if (input.ExternalReference is null && await IsNameTakenAsync(session, input.Name, cancellationToken))
            return new AlreadyExistsError(
                "A client of this name is there already, perhaps from this request sent before: look at clients(where: { name: { eq: … } }). "
                    + "For another client of the same name send an externalReference.",
                ["input", "name"]
            ).Refuse<Client>();
        var client = Client.Create(session.Scope.Tenant, input, now);
        session.Db.Add(client);
        var saved = await session.SaveAsync(client, cancellationToken);
        if (saved.IsError)
            return saved;
        await LedgerWriter.OpenAsync(session, client.Id, cancellationToken);
        session.Db.Add(ClientProfile.First(client, now));
        return await session.SaveAsync(client, cancellationToken);
    }

    private static Task<bool> IsNameTakenAsync(DatabaseSession session, string name, CancellationToken cancellationToken) =>
        session
            .Db.Set<Client>()
            .AnyAsync(client => client.Name == name && client.Kind == ClientKind.Client && client.ArchivedAt == null, cancellationToken);
}
