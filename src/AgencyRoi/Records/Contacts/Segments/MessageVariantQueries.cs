using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;

namespace AgencyRoi.Records.Contacts.Segments;

[ObjectType<MessageVariant>]
internal static partial class MessageVariantFields
{
    [NodeResolver]
    public static Task<MessageVariant?> GetMessageVariantAsync(
        Guid id,
        RowById<MessageVariant> variants,
        CancellationToken cancellationToken
    ) => variants.LoadAsync(id, cancellationToken);

    /// <summary>The segment that it is for.</summary>
    [BindMember(nameof(MessageVariant.SegmentId))]
    public static Task<AudienceSegment> GetSegmentAsync(
        [Parent("SegmentId")] MessageVariant variant,
        RowById<AudienceSegment> segments,
        QueryContext<AudienceSegment> query,
        CancellationToken cancellationToken
    ) => segments.LoadReferredAsync(variant.SegmentId!.Value, query, cancellationToken); // the database asks for it
}

[ExtendObjectType<AudienceSegment>]
internal static partial class VariantsOfSegment
{
    private static readonly ChildList<MessageVariant> OfSegment = new(
        variant => variant.SegmentId!.Value,
        sort => sort.AddAscending(variant => variant.Code)
    );

    /// <summary>The variants of messages to it, by their codes unless another order is asked for.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<MessageVariant>>> GetVariantsAsync(
        [Parent("Id")] List<AudienceSegment> segments,
        PagingArguments paging,
        QueryContext<MessageVariant> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfSegment.PagesAsync(database, segments.Select(segment => segment.Id), paging, query, cancellationToken);
}
