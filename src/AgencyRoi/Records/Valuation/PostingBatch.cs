using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Valuation;

/// <summary>
/// Statements of one kind that are stored and posted together, whatever the kind: their clients' ledgers are locked, known facts and terms are read, and what is
/// new or different is valued, stored and posted. A kind says what its terms are and what they make a statement worth.
/// </summary>
internal abstract class PostingBatch<TFact, TStatement>(DatabaseSession session, RecordingOptions how)
    where TFact : PostedFact<TFact, TStatement>, new()
    where TStatement : FactStatement
{
    private readonly List<FactPosting> postings = [];
    private readonly List<TFact> created = [];
    private Dictionary<(ClientId ClientId, string ExternalReference), TFact> known = [];

    protected DatabaseSession Session => session;

    protected DateTimeOffset Now => how.Now;

    /// <summary>What all kinds are posted with; there from <see cref="ErrorFor"/> on.</summary>
    protected PostingContext Context { get; private set; } = null!;

    /// <summary>The field that is too large when what a statement comes to is.</summary>
    protected virtual string AmountField => "amount";

    public async Task<IReadOnlyList<FactResult<TFact>>> StoreAsync(
        IReadOnlyList<TStatement> statements,
        CancellationToken cancellationToken
    )
    {
        await FindOwnersAsync(statements, cancellationToken);
        List<(ClientId ClientId, TStatement Statement)> owned = [];
        foreach (var statement in statements)
            if (ClientOf(statement) is { } client)
                owned.Add((client, statement));
        if (owned.Count == 0)
            return [.. statements.Select(statement => FactResult<TFact>.Refused(NoOwner(statement)))];

        await ReadAsync(owned, cancellationToken);
        FactResult<TFact>[] results = [.. statements.Select(Take)];
        if (await session.SaveOrErrorAsync(created, cancellationToken) is { } refused)
            return [.. statements.Select(_ => FactResult<TFact>.Refused(refused))];
        await LedgerWriter.PostAsync(session, postings, session.Scope.Actor, cancellationToken);
        await AfterPostingAsync(cancellationToken);
        return results;
    }

    /// <summary>Finds what tells whose the statements are, where they do not say it themselves. Nothing is locked yet.</summary>
    protected virtual Task FindOwnersAsync(IReadOnlyList<TStatement> statements, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The client that a statement is of; null: what it names is not there, or not the caller's.</summary>
    protected abstract ClientId? ClientOf(TStatement statement);

    /// <summary>The error of a statement of no client.</summary>
    protected virtual IUserError NoOwner(TStatement statement) => NotFoundError.Of("client", "clientId");

    /// <summary>Locks what is locked before the clients' ledgers are.</summary>
    protected virtual Task LockTermsAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reads the terms of the kind, under the lock.</summary>
    protected virtual Task ReadTermsAsync(
        IReadOnlyList<TStatement> statements,
        IReadOnlyCollection<TFact> known,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    /// <summary>The days of other facts that may be valued with these.</summary>
    protected virtual IEnumerable<(ClientId ClientId, DateOnly Day)> OtherDays => [];

    /// <summary>Refuses a statement whatever is known of its fact already.</summary>
    protected virtual IUserError? ErrorFor(Stated<TFact, TStatement> stated) => null;

    /// <summary>What a statement is worth that says something new.</summary>
    protected abstract IUserError? ValueOrError(Stated<TFact, TStatement> stated, out FactValue<TFact> value);

    /// <summary>Does what rests on the postings.</summary>
    protected virtual Task AfterPostingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ReadAsync(List<(ClientId ClientId, TStatement Statement)> owned, CancellationToken cancellationToken)
    {
        await LockTermsAsync(cancellationToken);
        await LedgerHeads.LockAsync(session, [.. owned.Select(each => each.ClientId).Distinct()], cancellationToken);
        known = await session.KnownAsync<TFact>(
            [.. owned.Select(each => (each.ClientId, each.Statement.ExternalReference))],
            cancellationToken
        );
        await ReadTermsAsync([.. owned.Select(each => each.Statement)], known.Values, cancellationToken);
        Context = await PostingContext.ReadAsync(
            session,
            [.. owned.Select(each => (each.ClientId, each.Statement.Day)), .. OtherDays],
            cancellationToken
        );
    }

    private FactResult<TFact> Take(TStatement statement)
    {
        if (ClientOf(statement) is not { } clientId)
            return FactResult<TFact>.Refused(NoOwner(statement));
        if (Context.TermsOf(clientId) is not { } client)
            return FactResult<TFact>.Refused(NotFoundError.Of("client", "clientId"));
        var fact = known.GetValueOrDefault((clientId, statement.ExternalReference));
        var stated = new Stated<TFact, TStatement>(statement, fact, clientId, client);
        if (ErrorFor(stated) is { } error)
            return FactResult<TFact>.Refused(error);
        if (fact?.Says(statement) == true)
            return new(FactChange.Unchanged, fact, null);
        if (how.ErrorFor(fact) is { } taken)
            return FactResult<TFact>.Refused(taken);
        FactValue<TFact>? value = null;
        return TooLarge.OrError(AmountField, () => ValueOrError(stated, out value)) is { } worthless
            ? FactResult<TFact>.Refused(worthless)
            : Store(stated, value!);
    }

    private FactResult<TFact> Store(Stated<TFact, TStatement> stated, FactValue<TFact> value)
    {
        var fact = stated.Known;
        if (fact is null)
            created.Add(fact = StatedFact<TFact, TStatement>.Record(session.TenantId, stated.ClientId, stated.Statement, how.Now));
        else
            fact.Revise(stated.Statement, how.Now);
        value.Note?.Invoke(fact);
        postings.Add(fact.Post(value.Entries) with { IsOfNewFact = stated.Known is null });
        postings.AddRange(value.Others?.Invoke() ?? []);
        return new(stated.Known is null ? FactChange.Created : FactChange.Updated, fact, null) { Doubt = value.Doubt };
    }
}
