using AgencyRoi.GraphQL.DataLoading;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Ledger.Entries;

/// <summary>The facts behind ledger entries: those that one operation asks for are read together, one query for each place where facts are kept.</summary>
internal sealed class LedgerSources(
    OperationDatabase database,
    IEnumerable<LedgerSourceRows> places,
    IBatchScheduler scheduler,
    DataLoaderOptions options
) : BatchDataLoader<(SourceKind Kind, Guid Id), ILedgerSource>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<(SourceKind Kind, Guid Id), ILedgerSource>> LoadBatchAsync(
        IReadOnlyList<(SourceKind Kind, Guid Id)> keys,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyDictionary<(SourceKind Kind, Guid Id), ILedgerSource>>(
            async (session, token) =>
            {
                var found = new Dictionary<(SourceKind, Guid), ILedgerSource>();
                foreach (var place in places)
                {
                    var wanted = keys.Where(key => place.Kinds.Contains(key.Kind)).ToLookup(key => key.Id, key => key.Kind);
                    if (wanted.Count == 0)
                        continue;
                    Guid[] ids = [.. wanted.Select(each => each.Key)];
                    foreach (var fact in await place.LoadAsync(session, ids, token))
                    foreach (var kind in wanted[fact.Id])
                        found[(kind, fact.Id)] = fact;
                }
                return found;
            },
            cancellationToken
        );
}
