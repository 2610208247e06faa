using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Valuation;
using AgencyRoi.Terms.ExchangeRates;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>The one way by which facts of the indirect streams come in, whatever their kind, from a mutation one at a time and from a file by the thousand.</summary>
internal sealed class StreamIntake
{
    private readonly DatabaseSession session;
    private readonly RecordingOptions how;
    private readonly PostingContext context;
    private readonly ValuationSurroundingsOfFacts allSurroundings;
    private readonly List<FactPosting> postings = [];
    private readonly List<StreamFact> created = [];
    private readonly HashSet<(ClientId ClientId, string Order)> orders = [];

    private StreamIntake(
        DatabaseSession session,
        RecordingOptions how,
        PostingContext context,
        ValuationSurroundingsOfFacts allSurroundings
    ) => (this.session, this.how, this.context, this.allSurroundings) = (session, how, context, allSurroundings);

    /// <summary>
    /// Stores what is new or different and posts it to the ledger, together with what it changes about other facts. The statements have passed
    /// <see cref="StreamChecks"/> and name each reference of a kind once.
    /// </summary>
    /// <returns>One result per statement, in their order. When the database refuses the batch as a whole, all are refused and the session is spent.</returns>
    public static async Task<IReadOnlyList<FactResult<StreamFact>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<StreamFactStatement> statements,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        // Locked before anything is read: what is read decides what is posted.
        await LedgerHeads.LockAsync(session, [.. statements.Select(statement => statement.ClientId).Distinct()], cancellationToken);
        var known = await KnownAsync(session, statements, cancellationToken);
        var stated = statements.Select(KeyOf).ToHashSet();
        var referrals = await ReferralsAsync(session, statements, cancellationToken);
        var earlier = session.RolledBack?.Of<RolledBackReferrals>();
        var others = referrals.Where(fact => !stated.Contains(KeyOf(fact)) && earlier?.ContainsKey(KeyOf(fact)) != true).ToList();
        var intake = await OpenAsync(
            session,
            statements,
            [.. others.Select(fact => fact.Statement), .. (IEnumerable<StreamFactStatement>?)earlier?.Values ?? []],
            how,
            cancellationToken
        );
        FactResult<StreamFact>[] results =
        [
            .. statements.Select(statement => intake.Take(known.GetValueOrDefault(KeyOf(statement)), statement)),
        ];
        foreach (var other in others)
            intake.Revalue(other);
        if (await intake.PostAsync(cancellationToken) is { } refused)
            return [.. statements.Select(_ => FactResult<StreamFact>.Refused(refused))];
        earlier?.Remember(statements, results);
        return results;
    }

    /// <summary>Values facts anew whose surroundings are others now. The heads of their clients are locked.</summary>
    public static async Task RevalueAsync(
        DatabaseSession session,
        IReadOnlyList<StreamFact> facts,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (facts.Count == 0)
            return;
        var statements = facts.Select(fact => fact.Statement).ToList();
        var stated = facts.Select(fact => fact.Id).ToHashSet();
        var referrals = await ReferralsAsync(session, statements, cancellationToken);
        var intake = await OpenAsync(
            session,
            statements,
            [.. referrals.Where(fact => !stated.Contains(fact.Id)).Select(fact => fact.Statement)],
            now,
            cancellationToken
        );
        foreach (var fact in facts)
            intake.Revalue(fact);
        if (await intake.PostAsync(cancellationToken) is { } refused)
            throw new InvalidOperationException($"Facts that were stored could not be valued anew: {refused.Code}.");
    }

    private static async Task<StreamIntake> OpenAsync(
        DatabaseSession session,
        IReadOnlyList<StreamFactStatement> statements,
        IReadOnlyList<StreamFactStatement> otherReferrals,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        List<StreamFactStatement> all = [.. statements, .. otherReferrals];
        var context = await PostingContext.LockAndReadAsync(
            session,
            [.. all.Select(statement => (statement.ClientId, statement.OccurredOn))],
            cancellationToken
        );
        var surroundings = await ValuationSurroundingsOfFacts.LoadAsync(session, all, cancellationToken);
        return new StreamIntake(session, how, context, surroundings);
    }

    private FactResult<StreamFact> Take(StreamFact? fact, StreamFactStatement statement)
    {
        if (context.TermsOf(statement.ClientId) is not { } client)
            return FactResult<StreamFact>.Refused(NotFoundError.Of("client", "clientId"));
        if (fact?.Says(statement) == true)
        {
            Revalue(fact);
            return new(FactChange.Unchanged, fact, null);
        }
        if (how.ErrorFor(fact) is { } taken)
            return FactResult<StreamFact>.Refused(taken);
        if (context.RatesOrError(statement.ClientId, statement.Content.Currency, statement.OccurredOn, out var rates) is { } noRate)
            return FactResult<StreamFact>.Refused(noRate.At("input", "content", "currency"));

        ValuationSurroundings? surroundings = null;
        StreamValue? value = null;
        var tooLarge = TooLarge.OrError(
            "content",
            () =>
            {
                surroundings = allSurroundings.Of(statement, client.Margin, rates.Client);
                value = Value(statement, surroundings, rates, context.FactorsOn(statement.OccurredOn));
                return null;
            }
        );
        return tooLarge is null ? Store(fact, statement, surroundings!, value!) : FactResult<StreamFact>.Refused(tooLarge);
    }

    private FactResult<StreamFact> Store(
        StreamFact? fact,
        StreamFactStatement statement,
        ValuationSurroundings surroundings,
        StreamValue value
    )
    {
        var change = fact is null ? FactChange.Created : FactChange.Updated;
        if (fact is null)
            created.Add(fact = StreamFact.Record(session.TenantId, statement.ClientId, statement, how.Now));
        else
        {
            TouchOrder(fact.ClientId, fact.Content);
            fact.Revise(statement, how.Now);
        }
        TouchOrder(fact.ClientId, statement.Content);
        fact.Value(surroundings, value.Memos, how.Now);
        postings.Add(fact.Post(value.Entries) with { IsOfNewFact = change == FactChange.Created });
        return new(change, fact, null);
    }

    private void Revalue(StreamFact fact)
    {
        var statement = fact.Statement;
        var old = fact.Surroundings;
        if (context.RatesOrError(fact.ClientId, statement.Content.Currency, fact.OccurredOn, out var rates) is not null)
            return;
        var surroundings = allSurroundings.Of(statement, old.Margin, rates.Client);
        if (fact.RetractedAt is not null || surroundings.Text == old.Text)
            return;
        var value = Value(statement, surroundings, rates, context.FactorsOn(statement.OccurredOn));
        fact.Revalue(how.Now);
        fact.Value(surroundings, value.Memos, how.Now);
        postings.Add(fact.Post(value.Entries));
    }

    // What lasts is converted at the rate of the day it began, as an asset in the books is.
    public static StreamValue Value(
        StreamFactStatement statement,
        ValuationSurroundings surroundings,
        LedgerRates rates,
        EvidenceFactors factors
    ) => statement.Kind.Value(statement, surroundings, ValuationTerms.Fixed(rates, factors));

    private async Task<IUserError?> PostAsync(CancellationToken cancellationToken)
    {
        if (await session.SaveOrErrorAsync(created, cancellationToken) is { } refused)
            return refused;
        // What follows may value them once more: it is to find these.
        session.Db.AttachRange(created);
        await LedgerWriter.PostAsync(session, postings, session.Scope.Actor, cancellationToken);
        await RevalueStreams.AfterOrdersAsync(session, orders, how.Now, cancellationToken);
        return null;
    }

    private void TouchOrder(ClientId clientId, IStreamContent content)
    {
        if (content is IndirectSale order)
            orders.Add((clientId, order.OrderReference));
    }

    private static async Task<Dictionary<(ClientId, StreamFactKind, string), StreamFact>> KnownAsync(
        DatabaseSession session,
        IReadOnlyList<StreamFactStatement> statements,
        CancellationToken cancellationToken
    )
    {
        ClientId[] clients = [.. statements.Select(statement => statement.ClientId).Distinct()];
        StreamFactKind[] kinds = [.. statements.Select(statement => statement.Kind.Kind).Distinct()];
        string[] references = [.. statements.Select(statement => statement.ExternalReference)];
        return await session
            .Db.Set<StreamFact>()
            .Where(fact => clients.Contains(fact.ClientId) && kinds.Contains(fact.Kind) && references.Contains(fact.ExternalReference))
            .ToDictionaryAsync(fact => KeyOf(fact), cancellationToken);
    }

    // A chain is made of all referrals of a client: one more can take another's place in it.
    private static async Task<IReadOnlyList<StreamFact>> ReferralsAsync(
        DatabaseSession session,
        IReadOnlyList<StreamFactStatement> statements,
        CancellationToken cancellationToken
    )
    {
        ClientId[] clients =
        [
            .. statements.Where(statement => statement.Content is Referral).Select(statement => statement.ClientId).Distinct(),
        ];
        return clients.Length == 0
            ? []
            : await session
                .Db.Set<StreamFact>()
                .Where(fact => clients.Contains(fact.ClientId) && fact.Kind == StreamFactKind.Referral && fact.RetractedAt == null)
                .ToListAsync(cancellationToken);
    }

    private static (ClientId, StreamFactKind, string) KeyOf(StreamFactStatement statement) =>
        (statement.ClientId, statement.Kind.Kind, statement.ExternalReference);

    private static (ClientId, StreamFactKind, string) KeyOf(StreamFact fact) => (fact.ClientId, fact.Kind, fact.ExternalReference);

    // A chain is made of the referrals themselves, so that a dry run has to carry them as they were stated.
    private sealed class RolledBackReferrals : Dictionary<(ClientId, StreamFactKind, string), StreamFactStatement>
    {
        public void Remember(IReadOnlyList<StreamFactStatement> statements, IReadOnlyList<FactResult<StreamFact>> results)
        {
            foreach (var (statement, result) in statements.Zip(results))
                if (statement.Content is Referral && result.Error is null)
                    this[KeyOf(statement)] = statement;
        }
    }
}
