using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.Touches;

/// <summary>A touch of a conversion's look-back, and the credit that a model gives it.</summary>
/// <param name="TouchId">The touch.</param>
/// <param name="Credit">Of the whole conversion, 0 to 1, eight places; all together are 1. Null: the touch is excluded.</param>
/// <param name="Value">The same of what the conversion is worth, in the client's currency. Null: the touch is excluded, or the worth was not kept.</param>
/// <param name="ExclusionReason">Why the touch does not count; null: it does.</param>
internal sealed record TouchCredit(
    [property: ID<Touch>] Guid TouchId,
    decimal? Credit,
    Money? Value,
    TouchExclusionReason? ExclusionReason
);

/// <summary>Why a touch of the look-back counts for no conversion.</summary>
internal enum TouchExclusionReason
{
    /// <summary>It had no legal basis on its day.</summary>
    NoLegalBasis,
}

[ObjectType<TouchCredit>]
internal static partial class TouchCreditFields
{
    /// <summary>The touch.</summary>
    [BindMember(nameof(TouchCredit.TouchId))]
    public static Task<Touch> GetTouchAsync(
        [Parent] TouchCredit credit,
        RowById<Touch> touches,
        QueryContext<Touch> query,
        CancellationToken cancellationToken
    ) => touches.LoadReferredAsync(credit.TouchId, query, cancellationToken);
}
