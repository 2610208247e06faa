using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Forecasts;

/// <summary>A forecast as somebody states it, by mutation or in a file.</summary>
internal sealed record ForecastDraft(Guid GoalId, string ExternalReference)
{
    public required string Author { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required decimal ExpectedQuantity { get; init; }
    public decimal? LowQuantity { get; init; }
    public decimal? HighQuantity { get; init; }
    public string? Method { get; init; }
    public string? Note { get; init; }

    /// <summary>Null: today.</summary>
    public DateOnly? MadeOn { get; init; }
    public string? Source { get; init; }

    public static void Check(FactChecks checks, ForecastDraft draft)
    {
        checks.OwnKey(draft.ExternalReference);
        checks.Text(draft.Author, "author");
        checks.Text(draft.Method, "method");
        checks.Text(draft.Note, "note", longest: 2000);
        checks.Text(draft.Source, "source", longest: 2000);
        checks.Day(draft.From, "from");
        checks.Day(draft.To, "to");
        checks.Compare(draft.From < draft.To, "to", "from", "A period ends after it starts: to is the day after its last one.");
        checks.Compare(
            draft.To.Year - draft.From.Year <= FactBounds.LongestForecastInYears,
            "to",
            "from",
            "A forecast is about ten years at most."
        );
        checks.Quantity(draft.ExpectedQuantity, "expectedQuantity");
        checks.Require(draft.ExpectedQuantity != 0, "expectedQuantity", "A forecast of nothing cannot be held against anything.");
        checks.Quantity(draft.LowQuantity, "lowQuantity");
        checks.Quantity(draft.HighQuantity, "highQuantity");
        checks.Compare(!(draft.LowQuantity > draft.ExpectedQuantity), "lowQuantity", "expectedQuantity", "It lies above what is expected.");
        checks.Compare(
            !(draft.HighQuantity < draft.ExpectedQuantity),
            "highQuantity",
            "expectedQuantity",
            "It lies below what is expected."
        );
        if (draft.MadeOn is { } madeOn)
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
