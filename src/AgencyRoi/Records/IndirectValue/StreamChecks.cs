using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.IndirectValue;

internal static class StreamChecks
{
    private const int MostDays = 366 * 10;

    /// <summary>What holds for a fact of any stream, however it is written; then what its kind and its valuation ask of its content.</summary>
    public static void Apply(FactChecks checks, StreamFactStatement statement)
    {
        checks.Happened(statement.OccurredOn, "occurredOn");
        checks.Days(statement.OccurredOn, statement.To, fromField: "occurredOn");
        checks.Compare(
            statement.To is not { } end || end.DayNumber - statement.OccurredOn.DayNumber <= MostDays + 1,
            "to",
            "occurredOn",
            "It lasts ten years at most."
        );
        checks.OwnKey(statement.ExternalReference);
        EvidenceItem.Check(checks, statement.Evidence);
        checks.Require(
            statement.EvidenceGrade is not (EvidenceGrade.A or EvidenceGrade.B) || statement.Evidence.Count > 0,
            "evidence",
            "A grade of A or B needs a piece of evidence."
        );
        statement.Kind.Check(checks.Within("content"), statement);
    }

    /// <summary>The complaint about a field that a valuation cannot take, in the words and codes of the API.</summary>
    /// <param name="fieldOf">The content's field that a property of the valuation's input comes from.</param>
    public static void Add(this InputChecks checks, InputFault fault, Func<string, string> fieldOf)
    {
        // The other field may be the fact's own day, which is no part of the content.
        var others = new[] { fault.Other, fault.Less }.OfType<string>().Select(fieldOf).ToList();
        if (checks.Errors.Any(error => error.Path is [.., var field] && others.Contains(field)))
            return;
        var path = checks.PathOf(fieldOf(fault.Field));
        var (field, other) = (fieldOf(fault.Field), fault.Other is { } name ? fieldOf(name) : null);
        checks.Add(
            fault.Rule switch
            {
                InputRule.NotNegative => new NegativeAmountError(path),
                InputRule.Share => new ShareOutOfRangeError(path),
                InputRule.AboveZero => Bad("The number must be above zero."),
                InputRule.Ordered => Bad("The number is outside of its range, or low, expected and high do not follow each other."),
                InputRule.WithinWhole => Bad($"{field} is larger than {other}{(fault.Less is { } less ? $" less {fieldOf(less)}" : "")}."),
                InputRule.TogetherAtMostOne => Bad($"{field} and {other} together are more than 1."),
                InputRule.Required => Bad("The field is needed here."),
                InputRule.FiniteValue => Bad($"At this retention and {field} the value has no end."),
                InputRule.InOrder => Bad($"{field} lies before {other}."),
                _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
            }
        );

        BadInputError Bad(string message) => new(message, path);
    }
}
