using AgencyRoi.Errors;
using AgencyRoi.Metrics;
using AgencyRoi.Metrics.Streams;

namespace AgencyRoi.Streams;

internal static class StreamChecks
{
    private const int MostDays = 366 * 10;

    /// <summary>What holds for a fact of any stream, however it is written; then what its kind and its valuation ask of its content.</summary>
    public static void Apply(InputChecks checks, StreamFactDraft draft)
    {
        checks.Days(draft.OccurredOn, draft.EndsOn, fromField: "occurredOn");
        checks.Require(
            draft.EndsOn is not { } end || end.DayNumber - draft.OccurredOn.DayNumber <= MostDays,
            "endsOn",
            "It lasts ten years at most."
        );
        checks.Text(draft.ExternalReference, "externalReference");
        EvidenceItem.Check(checks, draft.Evidence);
        checks.Require(
            draft.EvidenceGrade is not (EvidenceGrade.A or EvidenceGrade.B) || draft.Evidence.Count > 0,
            "evidence",
            "A grade of A or B needs a piece of evidence."
        );
        draft.Kind.Check(checks.Within("content"), draft);
    }

    /// <summary>The complaint about a field that a valuation cannot take, in the words and codes of the API.</summary>
    public static void Add(this InputChecks checks, InputRule rule, string field)
    {
        var path = checks.PathOf(field);
        checks.Add(
            rule switch
            {
                InputRule.NotNegative => new NegativeAmountError(path),
                InputRule.Share => new ShareOutOfRangeError(path),
                _ => new BadInputError(Sentence(rule), path),
            }
        );
    }

    private static string Sentence(InputRule rule) =>
        rule switch
        {
            InputRule.AboveZero => "The number must be above zero.",
            InputRule.Ordered => "The number is outside of its range, or low, expected and high do not follow each other.",
            InputRule.WithinWhole => "A part is larger than its whole.",
            InputRule.Required => "The field is needed here.",
            InputRule.FiniteValue => "At this retention and discount rate the value has no end.",
            InputRule.InOrder => "The day lies before the one that it follows.",
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };
}
