using AgencyRoi.Platform.Database;
using AgencyRoi.Reports.Periods;

namespace AgencyRoi.Reports.Caveats;

/// <summary>Figures with facts that are worth something else by the terms of now, whoever's figures: as the preview of a revaluation of all clients at once would show it.</summary>
internal static class PendingRevaluations
{
    public static async Task<Restriction> LoadAsync(
        DatabaseSession session,
        AskedFigures asked,
        Revaluations revaluations,
        CancellationToken cancellationToken
    )
    {
        var entries = await ChangedFigures.LoadAsync(session, revaluations, asked.Clients, asked.Days.From, cancellationToken);
        var changes = entries.ToLookup(EntryKeys.Of, entry => entry.Day);
        return new(
            Caveat.PendingRevaluation,
            figure => changes.Any(kind => kind.Key.IsIn(figure) && kind.Any(figure.Scope.Period.Contains))
        )
        {
            IsOfMoney = true,
            IsOfNow = true,
        };
    }
}
