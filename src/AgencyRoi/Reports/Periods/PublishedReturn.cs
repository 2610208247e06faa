using AgencyRoi.Ledger.Closings;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Reports.Periods;

[ExtendObjectType<Client>]
internal static partial class PublishedReturn
{
    private static readonly string Documents = EmbeddedSql.Read("Reports.Periods.published_documents.sql");

    /// <summary>
    /// The client's return on investment over whole months that the agency published, as it was reported. Null with the code NOT_PUBLISHED when the
    /// period has other days.
    /// </summary>
    /// <param name="period">The first day of a month to the first day of a later one.</param>
    [PortalOnly]
    [GraphQLName("roi")]
    [BatchResolver]
    public static async Task<IReadOnlyList<ResolverResult<ReportedRoi?>>> GetPublishedRoiAsync(
        [Parent("Id Currency")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var days = period.ToRange();
        var documents = await database.RunAsync(
            (session, token) => DocumentsAsync(session, [.. clients.Select(client => client.Id)], days, token),
            cancellationToken
        );
        return [.. clients.Select(client => Of(client, days, documents[client.Id].ToList()))];
    }

    /// <summary>The same for reports beside it: null where the period has other days than those of published months. One statement.</summary>
    internal static async Task<IReadOnlyList<ReportedRoi?>> OfClientsAsync(
        DatabaseSession session,
        IReadOnlyList<Client> clients,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        var documents = await DocumentsAsync(session, [.. clients.Select(client => client.Id)], days, cancellationToken);
        return [.. clients.Select(client => Reported(client, days, documents[client.Id].ToList()))];
    }

    private static ResolverResult<ReportedRoi?> Of(Client client, DateRange days, List<(DateOnly Month, byte[] Document)> published) =>
        Reported(client, days, published) is { } reported
            ? reported
            : ResolverResult.Fail<ReportedRoi?>(
                "The period does not consist of whole months that were published: publishedPeriods lists those that were. The agency publishes a month by "
                    + "closing it with closeClientPeriod and then publishing it with publishClientPeriod.",
                EnumCode.Of(ErrorCode.NotPublished)
            );

    // The document is all that is read: neither the ledger nor an edition that was not published can shine through.
    private static ReportedRoi? Reported(Client client, DateRange days, List<(DateOnly Month, byte[] Document)> published)
    {
        var (before, months, after) = days.AroundWholeMonths();
        if (!before.IsEmpty || !after.IsEmpty || IntervalBuckets.Of(months, TimeInterval.Month).Count() != published.Count)
            return null;
        var sums = published.SelectMany(month =>
            ClosingDocument.Read(month.Document).Where(sum => sum.Viewpoint == Viewpoint.Client).Select(sum => (month.Month, sum))
        );
        // Months that were closed in different ways are shown in the older one: what was reported of it stays as it was.
        var rounding = published
            .Select(month => ReportedAmounts.RoundingOf(month.Document))
            .DefaultIfEmpty(ReportedRounding.Together)
            .Min();
        return new ReportedRoi(FigureScope.OfClient(client.Id, days, Viewpoint.Client, client.Currency), rounding, [.. sums]);
    }

    private static async Task<ILookup<ClientId, (DateOnly Month, byte[] Document)>> DocumentsAsync(
        DatabaseSession session,
        ClientId[] clientIds,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Documents).With(session.TenantId, session.Visible(clientIds), days.From, days.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(ClientId ClientId, DateOnly Month, byte[] Document)>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add((reader.GetId<ClientId>(0), reader.GetFieldValue<DateOnly>(1), reader.GetFieldValue<byte[]>(2)));
        return rows.ToLookup(row => row.ClientId, row => (row.Month, row.Document));
    }
}
