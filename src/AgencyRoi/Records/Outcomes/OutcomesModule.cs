using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Outcomes;

internal sealed class OutcomesModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(OutcomeFields), typeof(OutcomesOfGoal), typeof(OutcomesOfClient), typeof(OutcomeMutations)];

    public IReadOnlyList<ImportKind> Imports { get; } = [new OutcomeImport()];

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<IRevaluation, OutcomeRevaluation>();
        services.AddSingleton<LedgerSourceRows>(new LedgerSourceRows<Outcome>(SourceKind.Outcome));
    }

    public void Map(ModelBuilder model) => Outcome.Map(model);
}
