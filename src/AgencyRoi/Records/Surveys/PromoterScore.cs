using AgencyRoi.Metrics.Streams;

namespace AgencyRoi.Records.Surveys;

/// <summary>Why there is no net promoter score.</summary>
internal enum PromoterScoreUndefinedReason
{
    /// <summary>Nobody answered in these days.</summary>
    NoAnswers,
}

/// <summary>The net promoter score of a survey. No money comes of it.</summary>
/// <param name="AnswerCount">All who answered: the sample.</param>
/// <param name="PromoterCount">Those who answered 9 or 10.</param>
/// <param name="PassiveCount">Those who answered 7 or 8.</param>
/// <param name="DetractorCount">Those who answered 0 to 6.</param>
/// <param name="Score">100 × (promoters - detractors) / answers, from -100 to 100, six places. Null: undefined.</param>
/// <param name="Low">
/// The low end of the score's interval at 95 %: score ± 1.96 × 100 × √((P + D - (P - D)²) / n), P and D the shares of promoters and detractors. Null where
/// all answers fall in one group: the formula has no width there, though a sample is no certainty.
/// </param>
/// <param name="High">The high end; null where the low end is.</param>
/// <param name="UndefinedReason">Why there is no score. Null: there is one.</param>
internal sealed record PromoterScore(
    decimal AnswerCount,
    decimal PromoterCount,
    decimal PassiveCount,
    decimal DetractorCount,
    decimal? Score,
    decimal? Low,
    decimal? High,
    PromoterScoreUndefinedReason? UndefinedReason
)
{
    public static PromoterScore Of(IEnumerable<(int Score, decimal Answers)> answers)
    {
        var counts = PromoterAnswers.Of(answers);
        var score = counts.Opinion?.Score;
        var hasWidth = score is { IsExact: false };
        return new(
            AnswerCount: counts.All,
            PromoterCount: counts.Promoters,
            PassiveCount: counts.Passives,
            DetractorCount: counts.Detractors,
            Score: Shown(score?.Amount),
            Low: hasWidth ? Shown(score?.Low) : null,
            High: hasWidth ? Shown(score?.High) : null,
            score is null ? PromoterScoreUndefinedReason.NoAnswers : null
        );
    }

    private static decimal? Shown(decimal? number) => number is { } known ? decimal.Round(known, 6, MidpointRounding.AwayFromZero) : null;
}

/// <summary>The net promoter score of one month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="PromoterScore">Of the answers of its days inside the period.</param>
internal sealed record MonthlyPromoterScore(DateOnly Month, PromoterScore PromoterScore);
