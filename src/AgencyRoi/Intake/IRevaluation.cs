using AgencyRoi.Database;
using AgencyRoi.Ledger;

namespace AgencyRoi.Intake;

/// <summary>
/// A kind of fact that can be valued again by the terms of now. Every module whose facts post to the ledger registers one; restating asks
/// them all, and compares what they say with what is posted.
/// </summary>
internal interface IRevaluation
{
    /// <summary>
    /// The client's facts from a day on that count, each at the revision it has and valued by the terms that now hold on its own day: rates, values,
    /// policies. What is not dated, such as a client's margin, stays as it was when the fact was posted. A fact that cannot be valued any more is left
    /// out, and stays as it is posted. Nothing is written, and nothing is locked: the session may be one that only reads.
    /// </summary>
    Task<IReadOnlyList<FactPosting>> ValueAgainAsync(
        DatabaseSession session,
        Guid clientId,
        DateOnly from,
        CancellationToken cancellationToken
    );
}
