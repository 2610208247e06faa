using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Terms.EvidencePolicies;
using AgencyRoi.Terms.ExchangeRates;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Valuation;

/// <summary>
/// What the facts of some clients are posted with: their currencies and margins, and the agency's rates of the days in question. It is read
/// under the lock of the clients' ledgers, so that two writers of the same reference come one after the other.
/// </summary>
internal sealed class PostingContext
{
    private readonly Dictionary<ClientId, ClientTerms> clients;
    private readonly ExchangeRateTable rates;
    private readonly EvidencePolicies policies;
    private readonly string agencyCurrency;

    private PostingContext(
        Dictionary<ClientId, ClientTerms> clients,
        ExchangeRateTable rates,
        EvidencePolicies policies,
        string agencyCurrency
    ) => (this.clients, this.rates, this.policies, this.agencyCurrency) = (clients, rates, policies, agencyCurrency);

    public static async Task<PostingContext> LockAndReadAsync(
        DatabaseSession session,
        IReadOnlyCollection<(ClientId ClientId, DateOnly Day)> facts,
        CancellationToken cancellationToken
    )
    {
        await LedgerHeads.LockAsync(session, facts.Select(fact => fact.ClientId).Distinct().ToList(), cancellationToken);
        return await ReadAsync(session, facts, cancellationToken);
    }

    /// <summary>The same without a lock, for facts that are valued and not posted, or whose ledgers are locked already.</summary>
    public static async Task<PostingContext> ReadAsync(
        DatabaseSession session,
        IReadOnlyCollection<(ClientId ClientId, DateOnly Day)> facts,
        CancellationToken cancellationToken
    )
    {
        var ids = facts.Select(fact => fact.ClientId).Distinct().ToList();
        var clients = await session
            .Db.Set<Client>()
            .AsNoTracking()
            .Where(client => ids.Contains(client.Id))
            .Select(client => new { client.Id, Terms = new ClientTerms(client.Currency, client.Margin) })
            .ToDictionaryAsync(client => client.Id, client => client.Terms, cancellationToken);
        var rates = await ExchangeRateTables.LoadAsync(
            session,
            facts.Min(fact => fact.Day),
            facts.Max(fact => fact.Day),
            cancellationToken
        );
        var policies = await EvidencePolicies.LoadAsync(session, cancellationToken);
        return new PostingContext(clients, rates, policies, session.Scope.Tenant.CurrencyCode);
    }

    /// <summary>Null: there is no such client, or it is not the caller's.</summary>
    public ClientTerms? TermsOf(ClientId clientId) => clients.GetValueOrDefault(clientId);

    /// <summary>What the agency's policy of a day lets into the adjusted total.</summary>
    public EvidenceFactors FactorsOn(DateOnly day) => policies.InForce(day);

    /// <summary>The rates of a day into the client's and the agency's currency.</summary>
    /// <returns>An error when the agency has no rate for one of them, or one that the ledger does not hold.</returns>
    public IUserError? RatesOrError(ClientId clientId, string currency, DateOnly day, out LedgerRates found)
    {
        found = default;
        if (rates.Find(currency, clients[clientId].Currency, day) is not { } toClient)
            return new NoExchangeRateError(currency, clients[clientId].Currency, day);
        if (rates.Find(currency, agencyCurrency, day) is not { } toAgency)
            return new NoExchangeRateError(currency, agencyCurrency, day);
        // A rate that was multiplied from two can be too large for the ledger, or nothing at its sixteen places.
        if (toClient.Rate is 0m or >= AmountBounds.Rate || toAgency.Rate is 0m or >= AmountBounds.Rate)
            return BadInputError.At("currency", AmountMessages.Rate);
        found = new LedgerRates(toClient.Rate, toAgency.Rate);
        return null;
    }
}

/// <summary>The terms of one client.</summary>
/// <param name="Margin">A share; null: revenue counts.</param>
internal sealed record ClientTerms(string Currency, decimal? Margin);
