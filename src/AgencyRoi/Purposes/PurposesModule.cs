using AgencyRoi.Imports;
using AgencyRoi.Intake;
using AgencyRoi.Ledger;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Purposes;

internal sealed class PurposesModule : ProductModule
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
