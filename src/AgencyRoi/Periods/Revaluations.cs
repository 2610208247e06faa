using AgencyRoi.Database;
using AgencyRoi.Intake;
using AgencyRoi.Ledger;

namespace AgencyRoi.Periods;

/// <summary>All kinds of facts together, valued again.</summary>
internal sealed class Revaluations(IEnumerable<IRevaluation> kinds)
{
    private readonly IReadOnlyList<IRevaluation> kinds = [.. kinds];

    /// <summary>The client's facts from a day on, by the terms of now.</summary>
    public async Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        Guid clientId,
        DateOnly from,
        CancellationToken cancellationToken
    )
    {
        var postings = new List<FactPosting>();
        foreach (var kind in kinds)
            postings.AddRange(await kind.ValueAgainAsync(session, clientId, from, postings, cancellationToken));
        return postings;
    }

    /// <summary>Notes on the facts by which terms they are posted since they were restated.</summary>
    public async Task NoteTermsAsync(
        DatabaseSession session,
        Guid clientId,
        IReadOnlyCollection<Guid> restated,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (restated.Count == 0)
            return;
        foreach (var kind in kinds)
            await kind.NoteTermsAsync(session, clientId, restated, now, cancellationToken);
        await session.Db.SaveChangesAsync(cancellationToken);
    }
}
