using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Streams;

/// <summary>Content or learning that was made once and served again.</summary>
public enum LearningKind
{
    /// <summary>A piece used again in place of a new one.</summary>
    Reuse,

    /// <summary>Staff who learned by doing in place of a course.</summary>
    Training,
}

/// <summary>Hours that did not have to be spent.</summary>
/// <param name="Uses">Of the piece, the first included; of training, the people trained.</param>
/// <param name="Hours">To make it anew, or saved by each new person.</param>
/// <param name="HourlyCost">Loaded.</param>
/// <param name="CourseFee">Of training: what a course for one person costs; null when there is none to buy.</param>
public sealed record LearningInput(LearningKind Kind, decimal Uses, Estimate Hours, decimal HourlyCost, decimal? CourseFee = null)
    : IStreamInput
{
    public IEnumerable<InputFault> Faults() =>
        Checks.Of(
            Checks.NotNegative(nameof(Uses), Uses),
            Checks.NotNegative(nameof(Hours), Hours),
            Checks.NotNegative(nameof(HourlyCost), HourlyCost),
            CourseFee is { } fee ? Checks.NotNegative(nameof(CourseFee), fee) : null
        );
}

/// <summary>
/// Reuse: uses after the first × hours to make it anew × loaded rate. Training: people × hours saved × loaded rate, or the course fee
/// avoided, the cheaper of the two: nobody would have bought the dearer one. A replacement cost.
/// </summary>
public static class ContentAndLearning
{
    public static readonly ValuationMethod Method = new("hours-not-spent", 2);

    /// <exception cref="ArgumentException">The input has faults.</exception>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static StreamValue Value(StreamFact fact, LearningInput input, ValuationTerms terms)
    {
        Checks.Demand(input);
        var times = input.Kind == LearningKind.Reuse ? Math.Max(0m, input.Uses - 1m) : input.Uses;
        var each = input.Hours * input.HourlyCost;
        if (input is { Kind: LearningKind.Training, CourseFee: { } fee })
            each = each.At(hours => Math.Min(hours, fee));

        var inputs = new Inputs
        {
            { "times", times },
            { "hours", input.Hours },
            { "hourlyCost", input.HourlyCost },
            { "courseFee", input.CourseFee },
        };
        inputs["kind"] = EnumCode.Of(input.Kind);
        return StreamValue.Of(
            StreamEntry.Of(
                fact,
                ValueStream.ContentAndLearning,
                ValuationBasis.ReplacementCost,
                $"learning:{fact.ExternalReference}",
                Method,
                EvidenceGrade.D,
                times * each,
                inputs,
                terms,
                times
            )
        );
    }
}
