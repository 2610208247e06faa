using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts;

[ObjectType<ProcessingNotice>]
internal static partial class ProcessingNoticeFields
{
    [NodeResolver]
    public static Task<ProcessingNotice?> GetProcessingNoticeAsync(
        Guid id,
        RowById<ProcessingNotice> notices,
        CancellationToken cancellationToken
    ) => notices.LoadAsync(id, cancellationToken);

    /// <summary>The purposes that it tells of.</summary>
    [Portal]
    [ListSize(AssumedSize = 5)]
    public static IReadOnlyList<ProcessingPurpose> GetPurposes([Parent("PurposeCodes")] ProcessingNotice notice) =>
        [.. notice.PurposeCodes.Select(EnumCode.Parse<ProcessingPurpose>)];
}

[ExtendObjectType<Client>]
internal static partial class ProcessingNoticesOfClient
{
    private static readonly ChildList<ProcessingNotice, ClientId> OfClient = new(
        notice => notice.ClientId,
        sort => sort.AddDescending(notice => notice.EffectiveFrom).AddDescending(notice => notice.Revision)
    );

    /// <summary>The notices by which the client tells people how it processes their data, the latest first unless another order is asked for; superseded ones among them.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<ProcessingNotice>>> GetProcessingNoticesAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<ProcessingNotice> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);

    /// <summary>The notice that holds on a day; null: none does. Of several languages the one that began last, unless one is asked for.</summary>
    /// <param name="on">The day, in the client's time zone.</param>
    /// <param name="language">The language, as the notice gives it; capital letters do not matter.</param>
    [Portal]
    [BatchResolver]
    public static Task<IReadOnlyList<ProcessingNotice?>> GetProcessingNoticeAsync(
        [Parent("Id")] List<Client> clients,
        DateOnly on,
        OperationDatabase database,
        string? language = null,
        CancellationToken cancellationToken = default
    ) =>
        database.RunAsync<IReadOnlyList<ProcessingNotice?>>(
            async (session, token) =>
            {
                ClientId[] ids = [.. clients.Select(client => client.Id)];
                var begun = await session
                    .Db.Set<ProcessingNotice>()
                    .AsNoTracking()
                    .Where(notice => ids.Contains(notice.ClientId) && notice.EffectiveFrom <= on)
                    .ToListAsync(token);
                var asked = begun.Where(notice => language is null || notice.Language.Equals(language, StringComparison.OrdinalIgnoreCase));
                var byClient = asked.ToLookup(notice => notice.ClientId);
                return
                [
                    .. ids.Select(id =>
                        byClient[id]
                            .OrderBy(notice => notice.Language, StringComparer.Ordinal)
                            .MaxBy(notice => (notice.EffectiveFrom, notice.Revision))
                    ),
                ];
            },
            cancellationToken
        );
}
