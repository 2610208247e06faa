using AgencyRoi.Database;
using AgencyRoi.GraphQL.DataLoading;

namespace AgencyRoi.Caveats;

/// <summary>
/// What restricts the figures of one operation. The one place that gathers caveats: all figures of a level are asked for together, and the number of
/// statements does not depend on how many there are.
/// </summary>
internal sealed class CaveatsOf(OperationDatabase database, TimeProvider time, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<CountedFigure, IReadOnlyList<Caveat>>(scheduler, options)
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
                var asked = new AskedFigures([.. figures.Select(figure => figure.Entries)]);
                if (known is not { } last || last.Session != session || !asked.IsWithin(last.Asked))
                    known = last = (session, asked, await LoadAsync(session, asked, token));
                var restrictions = last.Restrictions;
                return figures.ToDictionary(figure => figure, figure => Of(figure, restrictions));
            },
            cancellationToken
        );
    }

    // A new kind of caveat is a line here.
    private async Task<IReadOnlyList<Restriction>> LoadAsync(
        DatabaseSession session,
        AskedFigures asked,
        CancellationToken cancellationToken
    ) =>
        [
            .. await UnknownCost.LoadAsync(session, asked, time.GetUtcNow(), cancellationToken),
            await UnsettledDays.LoadAsync(session, asked, time.GetUtcNow(), cancellationToken),
            await AssumedInputs.LoadAsync(session, asked, cancellationToken),
            await ChangedDefinitions.LoadAsync(session, asked, cancellationToken),
        ];

    private static IReadOnlyList<Caveat> Of(CountedFigure figure, IReadOnlyList<Restriction> restrictions) =>
        [
            .. restrictions
                .Where(restriction => !(figure.IsQuantity && restriction.IsOfMoney) && restriction.Holds(figure.Entries))
                .Select(restriction => restriction.Caveat),
        ];
}
