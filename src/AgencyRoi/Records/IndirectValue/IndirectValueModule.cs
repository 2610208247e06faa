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
        typeof(RecordAppearance),
        typeof(Retention),
        typeof(RecordRetention),
        typeof(Referral),
        typeof(RecordReferral),
        typeof(ReputationChange),
        typeof(RecordReputationChange),
        typeof(CareCase),
        typeof(RecordCareCase),
        typeof(Backlink),
        typeof(RecordBacklink),
        typeof(IndirectSale),
        typeof(RecordIndirectSale),
        typeof(Deflection),
        typeof(RecordDeflection),
        typeof(Learning),
        typeof(RecordLearning),
        typeof(Insight),
        typeof(RecordInsight),
        typeof(AdEfficiency),
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
