using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Forecasts;

internal sealed class ForecastImport() : FactImport<ForecastStatement, GoalForecast>(ForecastStatement.Check, ForecastIntake.StoreAsync)
{
    public override string Name => "forecasts";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [ImportColumn.Client, .. FileColumns<ForecastStatement>.With(new PartColumn<Goal, GoalId>("goal", IsRequired: true))];

    protected override ForecastStatement StatementOf(ImportRow row, ClientId clientId, ImportReferences references)
    {
        row.RequiredKey("goal");
        return FileColumns<ForecastStatement>.Read(row) with { GoalId = references.Find<GoalId>(row, "goal", clientId) ?? new(NoRow.Id) };
    }
}
