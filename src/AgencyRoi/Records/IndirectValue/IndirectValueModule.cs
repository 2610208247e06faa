using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.IndirectValue;

internal sealed class IndirectValueModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(StreamFactFields),
        typeof(StreamFactsOfClient),
        typeof(Appearance),
        typeof(AmountsOfAppearance),
        typeof(RecordAppearance),
        typeof(Retention),
        typeof(AmountsOfRetention),
        typeof(RecordRetention),
        typeof(Referral),
        typeof(AmountsOfReferral),
        typeof(RecordReferral),
        typeof(ReputationChange),
        typeof(AmountsOfReputationChange),
        typeof(RecordReputationChange),
        typeof(CareCase),
        typeof(AmountsOfCareCase),
        typeof(RecordCareCase),
        typeof(Backlink),
        typeof(AmountsOfBacklink),
        typeof(RecordBacklink),
        typeof(IndirectSale),
        typeof(AmountsOfIndirectSale),
        typeof(RecordIndirectSale),
        typeof(Deflection),
        typeof(AmountsOfDeflection),
        typeof(RecordDeflection),
        typeof(Learning),
        typeof(AmountsOfLearning),
        typeof(RecordLearning),
        typeof(Insight),
        typeof(AmountsOfInsight),
        typeof(RecordInsight),
        typeof(AdEfficiency),
        typeof(AmountsOfAdEfficiency),
        typeof(RecordAdEfficiency),
        typeof(RetractStreamFact),
    ];

    public IReadOnlyList<ImportKind> Imports { get; } = [.. StreamKinds.All.Select(kind => new StreamFactImport(kind))];

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<IRevaluation, StreamRevaluation>();
        services.AddSingleton<LedgerSourceRows>(new LedgerSourceRows<StreamFact>([.. StreamKinds.All.Select(kind => kind.SourceKind)]));
    }

    public void Map(ModelBuilder model) => StreamFact.Map(model);
}
