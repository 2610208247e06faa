using System.ComponentModel.DataAnnotations.Schema;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Paths;

/// <summary>A path as somebody states it: how often journeys over the same channels in the same order ended with a conversion, and without one.</summary>
internal sealed record JourneyPathStatement : ObservationStatement
{
    public const int MostTouches = 200;

    public const string TooLong = "A path has at most 200 touches.";

    /// <summary>The touches in the order in which they happened, repeats included: at least one, at most 200.</summary>
    [NotMapped]
    public required IReadOnlyList<PathTouch> Touches
    {
        get => PathText.Read(Path);
        init => Path = PathText.Write(value);
    }

    /// <summary>The same as a text, by which two statements are compared.</summary>
    [GraphQLIgnore]
    public string Path { get; init; } = "";

    /// <summary>How many of the journeys converted: zero or above, at most four places.</summary>
    [InFile(
        "How many journeys over the path converted: zero or above, at most four places; 0 is the default.",
        Number = FileNumber.Quantity
    )]
    public decimal Conversions { get; init; }

    /// <summary>What the conversions were worth together, in the client's currency: zero or above. Without it they count and are worth nothing.</summary>
    [InFile("What these conversions were worth together, as 1234.50; with a currency.", Number = FileNumber.Amount)]
    public decimal? Value { get; init; }

    /// <summary>ISO 4217, together with the value: the client's currency.</summary>
    [InFile("ISO 4217, together with the value: the client's currency.")]
    public string? Currency { get; init; }

    /// <summary>How many of the journeys ended without a conversion: zero or above, at most four places.</summary>
    [InFile("How many journeys over the path did not convert: zero or above; 0 is the default.", Number = FileNumber.Quantity)]
    public decimal Nulls { get; init; }

    /// <summary>The client's goal that the conversions serve.</summary>
    [ID<Goal>]
    public GoalId? GoalId { get; init; }

    protected override void CheckContent(InputChecks checks)
    {
        var count = Touches.Count;
        checks.Require(count > 0, "touches", "A path has at least one touch: a channel or a direct visit.");
        checks.Require(count <= MostTouches, "touches", TooLong);
        checks.Quantity(Conversions, "conversions");
        checks.Quantity(Nulls, "nulls");
        checks.Require(
            Conversions != 0m || Nulls != 0m,
            "conversions",
            "A path was walked by somebody: give its conversions, its journeys without one (nulls), or both."
        );
        if (Value is { } value)
            checks.Amount(value, "value");
        checks.Currency(Currency);
        checks.Require((Value is null) == (Currency is null), "currency", "A value and its currency are given together.");
        checks.Compare(
            Value is null || Conversions != 0m,
            "value",
            "conversions",
            "A path without conversions has no value: give their number, or leave the value out."
        );
    }
}
