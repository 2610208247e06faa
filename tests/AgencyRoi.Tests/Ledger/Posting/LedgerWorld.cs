using AgencyRoi.Ledger.Closings;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Tests.Ledger.Posting;

/// <summary>An agency with clients that have nothing but a ledger, and words to post to it. EUR clients of a USD agency, at 1.25.</summary>
internal sealed class LedgerWorld(TestDatabase database, TenantInfo agency)
{
    public const string Poster = "a test";

    private static readonly LedgerRates Rates = new(1m, 1.25m);

    public TestDatabase Database => database;
    public TenantInfo Agency => agency;

    /// <summary>An agency of its own for each test, so that tests of one class do not see each other.</summary>
    public static async Task<LedgerWorld> CreateAsync(TestDatabase database) =>
        new(database, await database.CreateAgencyAsync("ledger-" + Guid.NewGuid().ToString("N")));

    public async Task<ClientId> AddClientAsync()
    {
        var client = new ClientId(Guid.CreateVersion7());
        await using var session = await database.WriteAsync(agency);
        await using var command = session
            .Command(
                """
                insert into app.clients
                  (tenant_id, id, kind, name, industry, business_model, size, currency, time_zone, data_origin, created_at, updated_at)
                values ($1, $2, 'CLIENT', $3, 'RETAIL', 'B2C', 'SMALL', 'EUR', 'UTC', 'ENTERED', now(), now())
                """
            )
            .With(agency.Id, client, $"Client {client}");
        await command.ExecuteNonQueryAsync();
        await LedgerWriter.OpenAsync(session, client, default);
        await session.CommitAsync(default);
        return client;
    }

    public async Task<LedgerReceipt> PostAsync(params IReadOnlyList<FactPosting> postings)
    {
        await using var session = await database.WriteAsync(agency);
        var receipt = await LedgerWriter.PostAsync(session, postings, Poster, default);
        await session.CommitAsync(default);
        return receipt;
    }

    public async Task<PeriodClose> CloseAsync(ClientId client, string month)
    {
        await using var session = await database.WriteAsync(agency);
        var close = await PeriodClosing.CloseMonthAsync(
            session,
            client,
            Day(month + "-01"),
            TestClock.Pinned().GetUtcNow(),
            Poster,
            default
        );
        await session.CommitAsync(default);
        return close;
    }

    public async Task<T> ReadAsync<T>(Func<DatabaseSession, Task<T>> read)
    {
        await using var session = await database.ReadAsync(agency);
        return await read(session);
    }

    public Task<IReadOnlyList<LedgerEntry>> EntriesAsync(ClientId client) =>
        ReadAsync(session => LedgerEntries.PageAsync(session, new(Always(client)), null, 10_000, default));

    /// <summary>The four totals of a client in its own currency, over everything.</summary>
    public async Task<FourTotals> TotalsAsync(ClientId client)
    {
        var sums = await ReadAsync(session => LedgerSums.OfAsync(session, Always(client), default));
        return FourTotals.Of(sums.Select(sum => sum.InClientCurrency));
    }

    public static SumScope Always(params ClientId[] clients) => new(clients, new(Day("2000-01-01"), Day("2100-01-01")));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    public static FactPosting Cost(ClientId client, string day, decimal amount, Guid? id = null, int revision = 1, Dimensions at = default)
    {
        var source = id ?? Guid.CreateVersion7();
        var fact = new CostFact(source.ToString(), CostCategory.AdSpend, Day(day), new(amount, "EUR"), PaidBy.Client, at);
        return new(
            client,
            SourceKind.Cost,
            source,
            revision,
            fact.ExternalReference,
            fact.OccurredOn,
            CostEntryValuation.Value(fact, Rates)
        );
    }

    public static FactPosting Sale(ClientId client, string day, decimal amount, Guid? id = null, int revision = 1, Dimensions at = default)
    {
        var source = id ?? Guid.CreateVersion7();
        var fact = new SaleFact(
            source.ToString(),
            ConversionType.Sale,
            Day(day),
            1m,
            new(amount, "EUR"),
            null,
            null,
            at,
            IsAgencyChannel: true
        );
        return new(
            client,
            SourceKind.Sale,
            source,
            revision,
            fact.ExternalReference,
            fact.OccurredOn,
            SaleValuation.Value(fact, Rates, EvidenceFactors.Default)
        );
    }

    /// <summary>A claim of a share of a unit by an indirect stream.</summary>
    public static FactPosting Claiming(
        ClientId client,
        string unit,
        EvidenceGrade grade,
        decimal share,
        decimal whole = 100m,
        Guid? id = null,
        int revision = 1,
        string day = "2025-03-10",
        ValueStream stream = ValueStream.WordOfMouth
    )
    {
        var source = id ?? Guid.CreateVersion7();
        var outcome = new OutcomeFact(Guid.Empty, source.ToString(), Day(day), 1m, new(whole, "EUR"), stream, grade, default);
        var line = OutcomeValuation.Value(outcome, Rates, EvidenceFactors.Default)[0] with
        {
            Unit = unit,
            UnitNames = [unit],
            Share = share,
        };
        return new(client, SourceKind.Outcome, source, revision, outcome.ExternalReference, outcome.OccurredOn, [line]);
    }

    /// <summary>A claim that gives its unit another name too.</summary>
    public static FactPosting Naming(FactPosting claiming, params string[] others) =>
        claiming with
        {
            Entries = [claiming.Entries[0] with { UnitNames = [claiming.Entries[0].Unit, .. others] }],
        };

    public static FactPosting Retracted(FactPosting posting) => posting with { SourceRevision = posting.SourceRevision + 1, Entries = [] };
}
