using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.Valuation;

/// <summary>
/// A kind of fact that can be valued again by the terms of now. Every module whose facts post to the ledger registers one; revaluing asks
/// them all, and compares what they say with what is posted.
/// </summary>
internal interface IRevaluation
{
    /// <summary>The kinds of its facts.</summary>
    IReadOnlyList<SourceKind> Kinds { get; }

    /// <summary>
    /// The facts of some clients from a day on that count, each at the revision it has and valued by the terms that now hold on its own day: rates, values,
    /// policies. What is not dated, such as a client's margin, stays as it was when the fact was posted. A fact that cannot be valued any more is left
    /// out, and stays as it is posted; one that stands in the ledger by the terms of now may be left out. Nothing is written, and nothing is locked:
    /// the session may be one that only reads.
    /// </summary>
    Task<IReadOnlyList<FactPosting>> ValueAgainAsync(DatabaseSession session, RevaluationScope scope, CancellationToken cancellationToken);

    /// <summary>
    /// Notes on facts that were revalued just now by which terms they are posted, where a fact says so. The client's ledger is locked, and the caller
    /// saves and commits.
    /// </summary>
    /// <param name="revalued">Ids of facts of any kind.</param>
    Task NoteTermsAsync(
        DatabaseSession session,
        ClientId clientId,
        IReadOnlyCollection<Guid> revalued,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;
}
