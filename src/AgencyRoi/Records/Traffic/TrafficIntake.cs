using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Records.Valuation;
using AgencyRoi.Terms.ExchangeRates;
using Microsoft.EntityFrameworkCore;
using TrafficValuation = AgencyRoi.Metrics.Streams.Traffic;

namespace AgencyRoi.Records.Traffic;

/// <summary>
/// The one way by which visits and prices of search terms come in. A month is posted when both are there. A price that comes later posts the months
/// that wait for it; one that changes leaves what is posted as it is.
/// </summary>
internal sealed class TrafficIntake
{
    private readonly DatabaseSession session;
    private readonly RecordingOptions how;
    private readonly PostingContext context;
    private readonly List<KeywordVisits> visits;
    private readonly Dictionary<(ClientId ClientId, KeywordMonth Key), KeywordPrice> prices;
    private readonly List<FactPosting> postings = [];
    private readonly HashSet<(ClientId ClientId, string Page)> pages = [];

    private TrafficIntake(
        DatabaseSession session,
        RecordingOptions how,
        PostingContext context,
        List<KeywordVisits> visits,
        List<KeywordPrice> prices
    )
    {
        (this.session, this.how, this.context, this.visits) = (session, how, context, visits);
        this.prices = prices.ToDictionary(price => (price.ClientId, price.Key()));
    }

    /// <returns>One result per statement, in their order.</returns>
    public static async Task<IReadOnlyList<FactResult<KeywordVisits>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<KeywordVisitsStatement> statements,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        await LedgerHeads.LockAsync(session, [.. statements.Select(statement => statement.ClientId).Distinct()], cancellationToken);
        var known = await session.KnownAsync<KeywordVisits>(
            [.. statements.Select(statement => (statement.ClientId, statement.ExternalReference))],
            cancellationToken
        );
        var keys = statements
            .Select(statement => (statement.ClientId, statement.Key))
            .Concat(known.Values.Select(row => (row.ClientId, row.Key())))
            .ToList();
        var intake = await OpenAsync(session, keys, known.Values, how, cancellationToken);
        var changed = new HashSet<(ClientId, KeywordMonth)>();
        var results = statements
            .Select(statement =>
                intake.Take(known.GetValueOrDefault((statement.ClientId, statement.ExternalReference)), statement, changed)
            )
            .ToList();
        return await intake.PostAsync(changed, "visits", cancellationToken) is { } refused
            ? [.. statements.Select(_ => FactResult<KeywordVisits>.Refused(refused))]
            : results;
    }

    /// <returns>One result per statement, in their order.</returns>
    public static async Task<IReadOnlyList<FactResult<KeywordPrice>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<KeywordPriceStatement> statements,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        await LedgerHeads.LockAsync(session, [.. statements.Select(statement => statement.ClientId).Distinct()], cancellationToken);
        var intake = await OpenAsync(
            session,
            [.. statements.Select(statement => (statement.ClientId, statement.Key))],
            [],
            how,
            cancellationToken
        );
        var results = statements.Select(intake.Take).ToList();
        var waiting = intake.visits.Where(row => row.CostPerClick is null).Select(row => (row.ClientId, row.Key())).ToHashSet();
        return await intake.PostAsync(waiting, "amount", cancellationToken) is { } refused
            ? [.. statements.Select(_ => FactResult<KeywordPrice>.Refused(refused))]
            : results;
    }

    public static async Task<IUserError?> RetractAsync(
        DatabaseSession session,
        KeywordVisits row,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await LedgerHeads.LockAsync(session, [row.ClientId], cancellationToken);
        if (!row.Retract(now))
            return null;
        var intake = await OpenAsync(session, [(row.ClientId, row.Key())], [row], now, cancellationToken);
        return await intake.PostAsync([(row.ClientId, row.Key())], "id", cancellationToken);
    }

    private static async Task<TrafficIntake> OpenAsync(
        DatabaseSession session,
        IReadOnlyList<(ClientId ClientId, KeywordMonth Key)> keys,
        IReadOnlyCollection<KeywordVisits> known,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        var clients = keys.Select(key => key.ClientId).Distinct().ToList();
        var keywords = keys.Select(key => key.Key.Keyword).Distinct().ToList();
        var months = keys.Select(key => key.Key.Month).Distinct().ToList();
        var visits = await session
            .Db.Set<KeywordVisits>()
            .Where(row => clients.Contains(row.ClientId) && keywords.Contains(row.Keyword) && months.Contains(row.Month))
            .ToListAsync(cancellationToken);
        var prices = await session
            .Db.Set<KeywordPrice>()
            .Where(row => clients.Contains(row.ClientId) && keywords.Contains(row.Keyword) && months.Contains(row.Month))
            .ToListAsync(cancellationToken);
        var context = await PostingContext.LockAndReadAsync(
            session,
            [.. keys.Select(key => (key.ClientId, key.Key.Month))],
            cancellationToken
        );
        return new TrafficIntake(session, how, context, [.. visits.Union(known)], prices);
    }

    private FactResult<KeywordVisits> Take(KeywordVisits? row, KeywordVisitsStatement statement, HashSet<(ClientId, KeywordMonth)> changed)
    {
        if (context.TermsOf(statement.ClientId) is null)
            return FactResult<KeywordVisits>.Refused(NotFoundError.Of("client", "clientId"));
        if (prices.TryGetValue((statement.ClientId, statement.Key), out var price) && RatesOf(price, out _) is { } noRate)
            // The currency is the price's: what the caller gave is the month.
            return FactResult<KeywordVisits>.Refused(noRate.At("input", "month"));
        if (row?.Says(statement) == true)
        {
            NotePage(row);
            return new(FactChange.Unchanged, row, null);
        }
        if (how.ErrorFor(row) is { } taken)
            return FactResult<KeywordVisits>.Refused(taken);
        var change = row is null ? FactChange.Created : FactChange.Updated;
        if (row is not null)
        {
            var before = row.Key();
            NotePage(row);
            row.Revise(statement, how.Now);
            changed.Add((statement.ClientId, before));
        }
        else
        {
            session.Db.Add(row = KeywordVisits.Record(session.TenantId, statement.ClientId, statement, how.Now));
            visits.Add(row);
        }
        changed.Add((statement.ClientId, statement.Key));
        return new(change, row, null);
    }

    private FactResult<KeywordPrice> Take(KeywordPriceStatement statement)
    {
        if (context.TermsOf(statement.ClientId) is null)
            return FactResult<KeywordPrice>.Refused(NotFoundError.Of("client", "clientId"));
        var isKnown = prices.TryGetValue((statement.ClientId, statement.Key), out var price);
        if (context.RatesOrError(statement.ClientId, statement.Currency, statement.Key.Month, out _) is { } noRate)
            return FactResult<KeywordPrice>.Refused(noRate);
        if (price?.Says(statement) == true)
            return new(FactChange.Unchanged, price, null);
        if (how.ExpectsNew && price is not null)
            return FactResult<KeywordPrice>.Refused(
                new AlreadyExistsError(
                    "The term has another price in this market and month, and a new one was expected: leave the row out, or set the price without "
                        + "expecting a new one.",
                    ["input", "keyword"]
                )
            );
        if (price is null)
            session.Db.Add(prices[(statement.ClientId, statement.Key)] = price = KeywordPrice.Set(session.TenantId, statement, how.Now));
        else
            price.Change(statement, how.Now);
        return new(isKnown ? FactChange.Updated : FactChange.Created, price, null);
    }

    /// <param name="field">Of the input: what makes an amount too large.</param>
    private async Task<IUserError?> PostAsync(
        IReadOnlyCollection<(ClientId ClientId, KeywordMonth Key)> changed,
        string field,
        CancellationToken cancellationToken
    )
    {
        if (TooLarge.OrError(field, () => ValueAll(changed)) is { } tooLarge)
            return tooLarge;
        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return refused;
        await LedgerWriter.PostAsync(session, postings, session.Scope.Actor, cancellationToken);
        await RevalueStreams.AfterPagesAsync(session, pages, how.Now, cancellationToken);
        return null;
    }

    private IUserError? ValueAll(IReadOnlyCollection<(ClientId ClientId, KeywordMonth Key)> months)
    {
        foreach (var month in months)
            Value(month);
        return null;
    }

    // The first row of a term's month posts for all of them; rows that moved elsewhere or were taken back post nothing.
    private void Value((ClientId ClientId, KeywordMonth Key) month)
    {
        var rows = visits.Where(row => row.ClientId == month.ClientId && row.Key() == month.Key).OrderBy(row => row.Id).ToList();
        var counted = rows.Where(row => row.RetractedAt is null).ToList();
        var price = prices.GetValueOrDefault(month);
        IReadOnlyList<ValuedEntry> lines = [];
        if (price is not null && RatesOf(price, out var rates) is null)
            lines = TrafficValuation
                .Value(counted.Select(row => row.Fact()), [price.Fact()], ValuationTerms.Fixed(rates, context.FactorsOn(price.Month)))
                .Lines;
        foreach (var row in rows)
        {
            postings.RemoveAll(posting => posting.SourceId == row.Id);
            postings.Add(row.Post(row == counted.FirstOrDefault() ? lines : [], price?.Money(), how.Now));
            NotePage(row);
        }
    }

    private void NotePage(KeywordVisits row)
    {
        if (row.TargetPage is { } page)
            pages.Add((row.ClientId, page));
    }

    private IUserError? RatesOf(KeywordPrice price, out LedgerRates rates) =>
        context.RatesOrError(price.ClientId, price.Currency, price.Month, out rates);
}
