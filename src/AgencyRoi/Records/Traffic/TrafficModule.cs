using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Traffic;

internal sealed class TrafficModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(KeywordVisitsFields),
        typeof(KeywordPriceFields),
        typeof(TrafficOfClient),
        typeof(RecordKeywordVisits),
        typeof(RetractKeywordVisits),
        typeof(SetKeywordPrice),
    ];

    public IReadOnlyList<ImportKind> Imports { get; } = [new KeywordVisitsImport(), new KeywordPricesImport()];

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<IRevaluation, TrafficRevaluation>();
        services.AddSingleton<LedgerSourceRows>(new LedgerSourceRows<KeywordVisits>(SourceKind.KeywordVisits));
    }

    public void Map(ModelBuilder model)
    {
        KeywordVisits.Map(model);
        KeywordPrice.Map(model);
    }
}
