using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Terms.People;

namespace AgencyRoi.Records.TimeEntries;

internal static class HourlyRateSaving
{
    /// <summary>Stores a rate with all that follows from it: values of goals that take it, and hours that waited for one.</summary>
    public static async Task<FieldResult<HourlyRate>> SaveAsync(
        DatabaseSession session,
        HourlyRate rate,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return refused.Refuse<HourlyRate>();
        if (rate is { Kind: HourlyRateKind.Labour, RoleClass: { } role })
        {
            await ValueRecalculation.AfterRateAsync(session, role, now, cancellationToken);
            if (await session.SaveOrErrorAsync(cancellationToken) is { } unsaved)
                return unsaved.Refuse<HourlyRate>();
        }
        return await TimeGaps.CloseAsync(session, now, cancellationToken) is { } unvalued ? unvalued.Refuse<HourlyRate>() : rate;
    }
}
