using AgencyRoi.Records.Listening;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>Impressions of a month, and what came of a thousand of them.</summary>
/// <param name="ReachPercent">People who saw it, in percent of the impressions. Null: nobody counted them; the same below.</param>
/// <param name="Clicks">Of a thousand impressions.</param>
/// <param name="Visits">Of a thousand impressions.</param>
/// <param name="Interactions">Of a thousand impressions.</param>
internal sealed record VolumeFlow(
    string Channel,
    decimal Impressions,
    bool IsPaid = false,
    string? Campaign = null,
    string? Goal = null,
    int? ReachPercent = null,
    decimal? Clicks = null,
    decimal? Visits = null,
    decimal? Interactions = null
);

/// <summary>Visits that a search term brings in a month, and the price of a click on it.</summary>
/// <param name="Price">In the client's currency. Null: nobody looked it up, so that the visits wait for it.</param>
/// <param name="Converting">Of a hundred visits, those that end in an order.</param>
/// <param name="From">The first month that was counted.</param>
internal sealed record SearchFlow(
    string Keyword,
    string Country,
    string Channel,
    string Page,
    decimal Visits,
    DateOnly From,
    decimal? Price = null,
    int Converting = 0,
    bool IsBrand = false
);

/// <summary>Mentions of a month.</summary>
/// <param name="Positive">Of a hundred.</param>
/// <param name="Negative">Of a hundred; the rest is neutral.</param>
/// <param name="Spam">Of a hundred.</param>
internal sealed record MentionFlow(
    MentionLocus Locus,
    decimal PerMonth,
    int Positive,
    int Negative,
    LabelSource LabelledBy = LabelSource.Person,
    int Spam = 0,
    string? Channel = null
);

/// <summary>Ratings of a month.</summary>
/// <param name="Stars">The mean at first.</param>
/// <param name="StarsAtLast">The mean of the last month.</param>
internal sealed record RatingFlow(string Place, string Channel, decimal PerMonth, decimal Stars, decimal StarsAtLast);

/// <summary>Answers of a month to the question how likely somebody is to recommend the client.</summary>
/// <param name="Score">The usual one at first, from 0 to 10.</param>
/// <param name="ScoreAtLast">The usual one in the last month.</param>
internal sealed record SurveyFlow(string Survey, string Channel, decimal PerMonth, decimal Score, decimal ScoreAtLast);

/// <summary>Hours of a month, worked on several days.</summary>
internal sealed record TimeFlow(
    string Person,
    decimal HoursPerMonth,
    string Note,
    string? Channel = null,
    string? Campaign = null,
    string? Goal = null
);
