using AgencyRoi.Platform.Database;
using AgencyRoi.Reports.ReportingLag;

namespace AgencyRoi.Reports.Caveats;

/// <summary>Figures with days that their sources may still change.</summary>
internal static class UnsettledDays
{
    public static async Task<Restriction> LoadAsync(
        DatabaseSession session,
        AskedFigures asked,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var settled = await SettledDays.LoadAsync(session, asked.Clients, now, cancellationToken);
        return new(
            Caveat.Provisional,
            figure =>
                settled.From(
                    figure.Scope,
                    source =>
                        (figure.Side is null || figure.Side == source.Side) && (figure.Codes is null || figure.Codes.Contains(source.Code))
                )
                    is not null
        );
    }
}
