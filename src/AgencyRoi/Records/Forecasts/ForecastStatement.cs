using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Forecasts;

/// <summary>A forecast as somebody states it, by mutation or in a file.</summary>
internal sealed record ForecastStatement
{
    [Key]
    [InFile("The forecast's key in your system; sent again with another content, the row is refused: a forecast is never changed.")]
    public required string ExternalReference { get; init; }

    public required GoalId GoalId { get; init; }

    [Key]
    [InFile("Who made it.")]
    public required string Author { get; init; }

    [InFile("The first day that it is about, as 2025-12-01.")]
    public required DateOnly From { get; init; }

    [InFile("The first day after it.")]
    public required DateOnly To { get; init; }

    [InFile("Units of the goal's indicator, above zero, at most four places.", Number = FileNumber.Quantity)]
    public required decimal ExpectedQuantity { get; init; }

    [InFile("At least so many.", Number = FileNumber.Quantity)]
    public decimal? LowQuantity { get; init; }

    [InFile("At most so many.", Number = FileNumber.Quantity)]
    public decimal? HighQuantity { get; init; }

    [InFile("How it was arrived at.")]
    public string? Method { get; init; }

    [InFile("At most 2000 characters.")]
    public string? Note { get; init; }

    /// <summary>Null: today.</summary>
    [InFile(
        "The day on which it was made, before the end of its period; without one today. A forecast of an earlier day is marked as entered later and scored apart."
    )]
    public DateOnly? MadeOn { get; init; }

    [InFile("Where it is written down; needed when it was made before today.")]
    public string? Source { get; init; }

    public static void Check(FactChecks checks, ForecastStatement statement)
    {
        checks.OwnKey(statement.ExternalReference);
        checks.Text(statement.Author, "author");
        checks.Text(statement.Method, "method");
        checks.Text(statement.Note, "note", longest: 2000);
        checks.Text(statement.Source, "source", longest: 2000);
        checks.Days(statement.From, statement.To);
        checks.Compare(
            statement.To.Year - statement.From.Year <= FactBounds.LongestForecastInYears,
            "to",
            "from",
            "A forecast is about ten years at most."
        );
        checks.Quantity(statement.ExpectedQuantity, "expectedQuantity");
        checks.Require(statement.ExpectedQuantity != 0, "expectedQuantity", "A forecast of nothing cannot be held against anything.");
        checks.Quantity(statement.LowQuantity, "lowQuantity");
        checks.Quantity(statement.HighQuantity, "highQuantity");
        checks.Compare(
            !(statement.LowQuantity > statement.ExpectedQuantity),
            "lowQuantity",
            "expectedQuantity",
            "It lies above what is expected."
        );
        checks.Compare(
            !(statement.HighQuantity < statement.ExpectedQuantity),
            "highQuantity",
            "expectedQuantity",
            "It lies below what is expected."
        );
        if (statement.MadeOn is { } madeOn)
            checks.Day(madeOn, "madeOn");
    }

    /// <summary>What depends on the client's day.</summary>
    public IUserError? ErrorOn(DateOnly today) =>
        MadeOn is null && today >= To
            ? BadInputError.At("to", "The period is over: say in madeOn on which day before its end the forecast was made.")
        : MadeOn >= To ? BadInputError.At("madeOn", "A forecast is made before its period is over.")
        : MadeOn > today ? BadInputError.At("madeOn", "It lies in the future.")
        : MadeOn < today && Source is null ? BadInputError.At("source", "A forecast of an earlier day says where it is written down.")
        : null;
}
