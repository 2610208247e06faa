using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using AgencyRoi.Ledger.Closings;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics;
using AgencyRoi.Platform;
using Npgsql;
using static AgencyRoi.Tests.Ledger.Posting.LedgerWorld;

namespace AgencyRoi.Tests.Ledger.Posting;

/// <summary>
/// Writers that post, revise and retract facts of the same clients at the same time, and one that closes their months in between. Each
/// writer owns its facts; the units they claim are everybody's.
/// </summary>
internal sealed class LedgerLoad(LedgerWorld world, ClientId[] clients, int postingsPerWriter, int seed)
{
    private const int Writers = 8;
    private const int LargestBatch = 40;
    private const int Units = 60;
    private const int PostingsPerClosing = 20;

    private readonly ConcurrentDictionary<Guid, FactPosting> facts = [];
    private readonly ConcurrentBag<PeriodClose> closes = [];
    private readonly Channel<bool> posted = Channel.CreateUnbounded<bool>();
    private int postings;
    private int entries;
    private int reversals;
    private int deadlocks;
    private int retries;

    public int Postings => postings;
    public int Entries => entries;
    public int Reversals => reversals;
    public int Deadlocks => deadlocks;
    public IReadOnlyCollection<PeriodClose> Closes => closes;
    public TimeSpan Elapsed { get; private set; }

    public override string ToString() =>
        FormattableString.Invariant(
            $"{Writers} writers on {clients.Length} clients: {postings} postings in {Elapsed.TotalSeconds:0.0} s ({postings / Elapsed.TotalSeconds:0} a second), {entries} entries, {reversals} reversals, {closes.Count} closings, {deadlocks} deadlocks, {retries} retries"
        );

    public async Task RunAsync()
    {
        var watch = Stopwatch.StartNew();
        var closing = Task.Run(CloseAsync);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(new Random(seed + writer)))));
        posted.Writer.Complete();
        await closing;
        Elapsed = watch.Elapsed;
    }

    /// <summary>What each client's ledger must come to: costs as they are, claims by the pure rule.</summary>
    public (decimal Cost, decimal Value) Expected(ClientId client)
    {
        var mine = facts.Values.Where(fact => fact.ClientId == client && fact.Entries.Count > 0).ToList();
        var costs = mine.Where(fact => fact.SourceKind == SourceKind.Cost).Sum(fact => fact.Entries[0].Client.Amount);
        var units = Components.Of(mine.Where(fact => fact.SourceKind != SourceKind.Cost), fact => fact.Entries[0].UnitNames);
        return (costs, units.Sum(ClaimPostingTests.GrantedAmount));
    }

    private async Task WriteAsync(Random random)
    {
        var own = new List<Guid>();
        for (var posting = 0; posting < postingsPerWriter; posting++)
        {
            var batch = Batch(random, own);
            // Waiting too long for a turn is not a fault of the ledger on a busy machine: the same batch is posted again.
            while (!await TryPostAsync(batch))
                Interlocked.Increment(ref retries);
            foreach (var fact in batch)
                if (facts.TryAdd(fact.SourceId, fact))
                    own.Add(fact.SourceId);
                else
                    facts[fact.SourceId] = fact;
        }
    }

    private List<FactPosting> Batch(Random random, List<Guid> own)
    {
        var revised = own.Count == 0 ? [] : Enumerable.Range(0, random.Next(0, 8)).Select(_ => own[random.Next(own.Count)]).Distinct();
        var batch = revised.Select(id => Revised(random, facts[id])).ToList();
        for (var added = random.Next(1, LargestBatch + 1 - batch.Count); added > 0; added--)
            batch.Add(Fact(random, clients[random.Next(clients.Length)], Guid.CreateVersion7(), revision: 1));
        return batch;
    }

    private static FactPosting Revised(Random random, FactPosting fact) =>
        random.Next(4) == 0
            ? Retracted(fact)
            : Fact(random, fact.ClientId, fact.SourceId, fact.SourceRevision + 1, fact.SourceKind == SourceKind.Cost);

    private static FactPosting Fact(Random random, ClientId client, Guid id, int revision, bool? isCost = null)
    {
        var day = FormattableString.Invariant($"2025-{random.Next(1, 4):00}-{random.Next(1, 29):00}");
        var amount = random.Next(0, 1_000_000) / 1_000m;
        if (isCost ?? random.Next(2) == 0)
            return Cost(client, day, amount, id, revision);
        var stream = (ValueStream)random.Next(13);
        // Some join two units of six that are next to each other.
        var unit = random.Next(Units);
        var another = unit / 6 * 6 + random.Next(6);
        var claiming = Claiming(
            client,
            $"order:{unit}",
            (EvidenceGrade)random.Next(5),
            random.Next(1, 101) / 100m,
            amount,
            id,
            revision,
            day,
            stream
        );
        return another == unit || random.Next(8) > 0 ? claiming : Naming(claiming, $"order:{another}");
    }

    private async Task<bool> TryPostAsync(List<FactPosting> batch)
    {
        try
        {
            var receipt = await world.PostAsync(batch);
            Interlocked.Increment(ref postings);
            posted.Writer.TryWrite(true);
            Interlocked.Add(ref entries, receipt.Entries);
            Interlocked.Add(ref reversals, receipt.Reversals);
            return true;
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            Interlocked.Increment(ref deadlocks);
            return false;
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    private async Task CloseAsync()
    {
        var random = new Random(seed);
        var since = PostingsPerClosing;
        await foreach (var _ in posted.Reader.ReadAllAsync())
        {
            if (++since < PostingsPerClosing)
                continue;
            since = 0;
            await TryCloseAsync(clients[random.Next(clients.Length)], $"2025-{random.Next(1, 4):00}");
        }
    }

    private async Task TryCloseAsync(ClientId client, string month)
    {
        try
        {
            closes.Add(await world.CloseAsync(client, month));
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            Interlocked.Increment(ref deadlocks);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            Interlocked.Increment(ref retries);
        }
    }
}
