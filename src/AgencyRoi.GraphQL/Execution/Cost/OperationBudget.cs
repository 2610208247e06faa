using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.Execution.Cost;

/// <summary>Who pays for one operation. Belongs to one request, like its <see cref="OperationContext"/>.</summary>
public abstract class OperationBudget
{
    /// <summary>Where the payer stands now; null when nothing is counted.</summary>
    public virtual ThrottleStatus? Status => null;

    /// <summary>
    /// Called before a document is read that is not known to be valid: takes what one costs that is refused for its text. An error refuses
    /// it unread.
    /// </summary>
    public virtual GraphQLError? TakeToRead() => null;

    /// <summary>Called when what was read turned out to be valid: it costs nothing but its operation's price.</summary>
    public virtual void GiveBackToRead() { }

    /// <summary>
    /// Takes an operation's price. Called once for an operation within the limit of cost, before anything of it runs. An error refuses it.
    /// Not called for an operation that is only priced.
    /// </summary>
    public virtual GraphQLError? Take(long requestedCost) => null;

    /// <summary>
    /// Called once when the answer is written, with what was really resolved. Not called when there is no answer: cancelled or timed
    /// out, an operation has cost what it asked for. A subscription is asked for once; each of its events is settled, with nothing requested.
    /// </summary>
    public virtual void Settle(long requestedCost, long actualCost) { }
}

/// <summary>A token bucket as its owner sees it.</summary>
/// <param name="MaximumAvailable">Points when full.</param>
/// <param name="CurrentlyAvailable">Points now; below zero after an operation dearer than expected.</param>
/// <param name="RestoreRate">Points that come back in a second.</param>
public sealed record ThrottleStatus(long MaximumAvailable, long CurrentlyAvailable, long RestoreRate);
