using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Records.Outcomes;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Goals;

internal sealed class GoalsModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(PurposeFields),
        typeof(PurposesOfClient),
        typeof(GoalFields),
        typeof(GoalValueFields),
        typeof(OutcomeFields),
        typeof(CreatePurpose),
        typeof(UpdatePurpose),
        typeof(CreateGoal),
        typeof(UpdateGoal),
        typeof(ActivateGoal),
        typeof(CloseGoal),
        typeof(SetGoalValue),
        typeof(RecordOutcome),
        typeof(CorrectOutcome),
        typeof(RetractOutcome),
    ];

    public override IReadOnlyList<ImportKind> Imports { get; } = [new OutcomeImport()];

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<IRevaluation, OutcomeRevaluation>();
        services.AddSingleton<LedgerSourceRows>(new LedgerSourceRows<Outcome>(SourceKind.Outcome));
    }

    public override void Map(ModelBuilder model)
    {
        Purpose.Map(model);
        Goal.Map(model);
        GoalValue.Map(model);
        Outcome.Map(model);
    }
}
