using AgencyRoi.GraphQL.DataLoading;
using AgencyRoi.Platform.Database;
using AgencyRoi.Reports.Periods;
using AgencyRoi.Terms.ReportingDelays;

namespace AgencyRoi.Reports.Caveats;

/// <summary>
/// What restricts the figures of one operation. The one place that gathers caveats: all figures of a level are asked for together, and the number of
/// statements does not depend on how many there are.
/// </summary>
internal sealed class CaveatsOf(
    OperationDatabase database,
    Revaluations revaluations,
    TimeProvider time,
    IBatchScheduler scheduler,
    DataLoaderOptions options
) : BatchDataLoader<CountedFigure, IReadOnlyList<Caveat>>(scheduler, options)
{
    // Figures above and below each other are mostly those of the same clients and days.
    private (DatabaseSession Session, AskedFigures Asked, IReadOnlyList<Restriction> Restrictions)? known;

    protected override Task<IReadOnlyDictionary<CountedFigure, IReadOnlyList<Caveat>>> LoadBatchAsync(
        IReadOnlyList<CountedFigure> keys,
        CancellationToken cancellationToken
    )
    {
        List<CountedFigure> figures = [.. keys];
        return database.RunAsync<IReadOnlyDictionary<CountedFigure, IReadOnlyList<Caveat>>>(
            async (session, token) =>
            {
                var asked = new AskedFigures(figures);
                if (known is not { } last || last.Session != session || !asked.IsWithin(last.Asked))
                    known = last = (session, asked, await LoadAsync(session, asked, token));
                var restrictions = last.Restrictions;
                return figures.ToDictionary(figure => figure, figure => Of(figure, restrictions));
            },
            cancellationToken
        );
    }

    // A new kind of caveat is a line here: in the round trip of all when it needs one statement.
    private async Task<IReadOnlyList<Restriction>> LoadAsync(
        DatabaseSession session,
        AskedFigures asked,
        CancellationToken cancellationToken
    )
    {
        // The totals of a comparison that finds nobody are figures too.
        if (asked.Clients.Length == 0)
            return [];
        var now = time.GetUtcNow();
        var delays = await ReportingDelays.LoadAsync(session, cancellationToken);
        var together = await session.RunTogetherAsync<IReadOnlyList<Restriction>>(
            [
                .. UnknownCost.Queries(session, asked, now),
                UnsettledDays.Query(session, asked, delays, now),
                AssumedInputs.Query(session, asked),
                MissingPurposes.Query(session, asked),
                VolumeOutcomes.Query(session, asked),
            ],
            cancellationToken
        );
        return
        [
            .. together.SelectMany(restrictions => restrictions),
            await ChangedDefinitions.LoadAsync(session, asked, cancellationToken),
            .. asked.AreAllReported
                ? Array.Empty<Restriction>()
                :
                [
                    await PendingRevaluations.LoadAsync(session, asked, revaluations, cancellationToken),
                    await SuspectedFacts.LoadAsync(session, asked, cancellationToken),
                ],
        ];
    }

    private static IReadOnlyList<Caveat> Of(CountedFigure figure, IReadOnlyList<Restriction> restrictions) =>
        [.. restrictions.Where(figure.IsRestrictedBy).Select(restriction => restriction.Caveat).Order()];
}
