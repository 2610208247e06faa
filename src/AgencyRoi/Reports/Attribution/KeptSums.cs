using AgencyRoi.Platform.Database;
using AgencyRoi.Records.JourneySums;
using AgencyRoi.Terms.AttributionPolicies;

namespace AgencyRoi.Reports.Attribution;

/// <summary>The sums that are kept of a client's journeys, which answer the usual questions without a look at a touch.</summary>
internal static class KeptSums
{
    private static readonly string Head = EmbeddedSql.Read("Reports.Attribution.kept_head.sql");

    /// <summary>Whether the question is one that the sums of months can answer: usual models of channels over whole months.</summary>
    public static bool CanAnswer(
        JourneySpan span,
        AttributionSource source,
        AttributionDimension by,
        IReadOnlyList<AttributionModelInput> models
    ) => source == AttributionSource.Touches && by == AttributionDimension.Channel && span.Days.From.Day == 1 && models.All(IsKept);

    /// <summary>Whether the sums know all that is recorded, by the terms of now, and can tell the days apart.</summary>
    /// <param name="terms">The fingerprint of the terms.</param>
    public static async Task<KeptState> StateAsync(
        DatabaseSession session,
        JourneySpan span,
        string terms,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Head).With(session.TenantId, session.Visible(span.ClientId), terms, span.Days.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return KeptState.Behind;
        var gatheredBefore = reader.GetFieldValue<DateOnly>(0);
        DateOnly? latestOn = reader.IsDBNull(1) ? null : reader.GetFieldValue<DateOnly>(1);
        return EndsWithDays(span, gatheredBefore, latestOn) ? KeptState.Current : KeptState.Within;
    }

    // A month that the days end within is known as a whole alone.
    private static bool EndsWithDays(JourneySpan span, DateOnly gatheredBefore, DateOnly? latestOn)
    {
        if (span.Today < span.Days.To)
            return !(latestOn > span.Today);
        return span.Days.To.Day == 1 || (span.Days.To >= gatheredBefore && !(latestOn >= span.Days.To));
    }

    private static bool IsKept(AttributionModelInput model) =>
        model.Type == AttributionModelType.Markov
            ? (model.Order ?? 1) <= 2
            : CreditSources.Of(model.Type) is not null && model.Weights is null;
}

/// <summary>How much sums that are kept know of some days.</summary>
internal enum KeptState
{
    /// <summary>All.</summary>
    Current,

    /// <summary>Not what came in last, or by other terms; or there are none yet.</summary>
    Behind,

    /// <summary>All, but the days end within a month that they know as a whole.</summary>
    Within,
}
