using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.Segments;

internal sealed class SegmentsModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(AudienceSegmentFields),
        typeof(AudienceSegmentsOfClient),
        typeof(CreateAudienceSegment),
        typeof(UpdateAudienceSegment),
        typeof(MessageVariantFields),
        typeof(VariantsOfSegment),
        typeof(MessageVariantMutations),
        typeof(MessageResultFields),
        typeof(MessageResultMutations),
        typeof(VariantOfRates),
        typeof(MessageReportOfClient),
    ];

    public IReadOnlyList<ImportKind> Imports { get; } = [new MessageResultImport()];

    public void Map(ModelBuilder model)
    {
        AudienceSegment.Map(model);
        MessageVariant.Map(model);
        MessageResult.Map(model);
    }
}
