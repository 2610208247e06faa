using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Forecasts;

internal sealed class ForecastImport() : FactImport<ForecastStatement, GoalForecast>(ForecastStatement.Check, ForecastIntake.StoreAsync)
{
    public override string Name => "forecasts";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        ImportColumn.Client,
        new(
            "external_reference",
            "The forecast's key in your system; sent again with another content, the row is refused: a forecast is never changed.",
            IsRequired: true
        ),
        new PartColumn<Goal, GoalId>("goal", IsRequired: true),
        new("author", "Who made it.", IsRequired: true),
        new("from", "The first day that it is about, as 2025-12-01.", IsRequired: true),
        new("to", "The day after the last one.", IsRequired: true),
        new QuantityColumn("expected_quantity", "Units of the goal's indicator, above zero, at most four places.", IsRequired: true),
        new QuantityColumn("low_quantity", "At least so many."),
        new QuantityColumn("high_quantity", "At most so many."),
        new("method", "How it was arrived at."),
        new("note", "At most 2000 characters."),
        new(
            "made_on",
            "The day on which it was made, before the end of its period; without one today. A forecast of an earlier day is marked as entered later and scored apart."
        ),
        new("source", "Where it is written down; needed when it was made before today."),
    ];

    protected override ForecastStatement StatementOf(ImportRow row, ClientId clientId, ImportReferences references)
    {
        row.RequiredKey("goal");
        return new(references.Find<GoalId>(row, "goal", clientId) ?? new(NoRow.Id), row.RequiredKey("external_reference"))
        {
            Author = row.RequiredKey("author"),
            From = row.RequiredDay("from"),
            To = row.RequiredDay("to"),
            ExpectedQuantity = row.RequiredNumber("expected_quantity"),
            LowQuantity = row.Number("low_quantity"),
            HighQuantity = row.Number("high_quantity"),
            Method = row.Text("method"),
            Note = row.Text("note"),
            MadeOn = row.Day("made_on"),
            Source = row.Text("source"),
        };
    }
}
