using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Stages;

namespace AgencyRoi.Records.Contacts.Segments;

[ObjectType<AudienceSegment>]
internal static partial class AudienceSegmentFields
{
    private const string Conditions = "Id ClientId StageCodes AttributeValues NetworkCode MadeSince";

    [NodeResolver]
    public static Task<AudienceSegment?> GetAudienceSegmentAsync(
        Guid id,
        RowById<AudienceSegment> segments,
        CancellationToken cancellationToken
    ) => segments.LoadAsync(id, cancellationToken);

    /// <summary>The stages of which a contact has one, as it stands now; none: no condition.</summary>
    [ListSize(AssumedSize = 9)]
    public static IReadOnlyList<CustomerStage> GetStages([Parent("StageCodes")] AudienceSegment segment) =>
        [.. segment.StageCodes.Select(EnumCode.Parse<CustomerStage>)];

    /// <summary>The conditions on attributes; none: no condition.</summary>
    [ListSize(AssumedSize = 10)]
    public static IReadOnlyList<SegmentAttribute> GetAttributes([Parent("AttributeValues")] AudienceSegment segment) =>
        AudienceSegment.Conditions(segment);

    /// <summary>How many contacts are in it: those with a legal basis for profiling on the day for whom all conditions hold, of attributes as they were known on it.</summary>
    /// <param name="on">The day, in the client's time zone.</param>
    [BatchResolver]
    public static Task<IReadOnlyList<int>> GetContactCountAsync(
        [Parent(Conditions)] List<AudienceSegment> segments,
        DateOnly on,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<int>>(
            async (session, token) =>
            {
                var counts = new List<int>(segments.Count);
                foreach (var segment in segments)
                    counts.Add(await SegmentMembers.CountAsync(session, segment, on, token));
                return counts;
            },
            cancellationToken
        );

    /// <summary>The contacts in it, the last made first.</summary>
    /// <param name="on">The day, in the client's time zone.</param>
    [BatchResolver]
    [UsePaging]
    public static async Task<IReadOnlyList<Page<Contact>>> GetContactsAsync(
        [Parent(Conditions)] List<AudienceSegment> segments,
        DateOnly on,
        PagingArguments paging,
        QueryContext<Contact> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var pages = new List<Page<Contact>>(segments.Count);
        foreach (var segment in segments)
        {
            var members = new ChildList<Contact, ClientId>(
                contact => contact.ClientId,
                sort => sort.AddDescending(contact => contact.CreatedAt),
                session => SegmentMembers.Of(session, segment, on)
            );
            pages.AddRange(await members.PagesAsync(database, [segment.ClientId], paging, query, cancellationToken));
        }
        return pages;
    }
}

[ExtendObjectType<Client>]
internal static partial class AudienceSegmentsOfClient
{
    private static readonly ChildList<AudienceSegment, ClientId> OfClient = new(
        segment => segment.ClientId,
        sort => sort.AddAscending(segment => segment.Code)
    );

    /// <summary>The segments of the client's audience, by their codes unless another order is asked for; archived ones among them.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<AudienceSegment>>> GetAudienceSegmentsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<AudienceSegment> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
