using AgencyRoi.Access;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Entry.Api.ResponseCaching;

/// <summary>
/// The kept answers as one operation uses them. An answer is given again when the agency's write count is what it was when the answer was worked out, and
/// the count is looked at after the question came in: nobody gets what was true before they asked.
/// </summary>
internal sealed class OperationResponses(
    KeptResponses kept,
    WriteCountWatch watch,
    OperationDatabase database,
    Viewer viewer,
    TimeProvider time
) : ResponseCache
{
    private ResponseKey key;
    private string? writeCount;

    public override async ValueTask<CachedResponse?> FindAsync(
        GraphQLRequest request,
        OperationContext context,
        CancellationToken cancellationToken
    )
    {
        key = ResponseKey.Of(request, viewer, context.DecimalsAsStrings, time.GetUtcNow());
        if (!kept.TryGet(key, out var found))
            return null;
        if (await watch.LookAsync(viewer.Agency, cancellationToken) == found.WriteCount)
            return found.Response;
        kept.Remove(key);
        return null;
    }

    public override async ValueTask BeginAsync(CancellationToken cancellationToken) =>
        writeCount = await database.RunAsync(WriteCounts.OfAsync, cancellationToken);

    public override void Keep(CachedResponse response)
    {
        if (writeCount is not null)
            kept.Keep(key, new KeptResponse(response, writeCount));
    }
}
