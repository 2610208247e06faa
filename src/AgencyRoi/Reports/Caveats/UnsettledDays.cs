using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Reports.ReportingLag;
using AgencyRoi.Terms.ReportingDelays;

namespace AgencyRoi.Reports.Caveats;

/// <summary>Figures with days that their sources may still change.</summary>
internal static class UnsettledDays
{
    public static BatchQuery<IReadOnlyList<Restriction>> Query(
        DatabaseSession session,
        AskedFigures asked,
        ReportingDelays delays,
        DateTimeOffset now
    ) =>
        SettledDays
            .Query(session, asked.Clients, delays, now)
            .Select<IReadOnlyList<Restriction>>(settled => [new(Caveat.Provisional, figure => IsProvisional(settled, figure))]);

    private static bool IsProvisional(SettledDays settled, EntryFilter figure) =>
        settled.From(
            figure.Scope,
            source => (figure.Side is null || figure.Side == source.Side) && (figure.Codes is null || figure.Codes.Contains(source.Code))
        )
            is not null;
}
