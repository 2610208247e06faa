namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>Posts of a month, what people do with them, and how many people that are.</summary>
/// <param name="Topics">What they are about, one after the other.</param>
/// <param name="Posts">In a month.</param>
/// <param name="Views">Of a post.</param>
/// <param name="Likes">Of a post; what else is done comes in parts of them.</param>
/// <param name="ActivePeople">In a month.</param>
/// <param name="AmplifiedPercent">Of the people reached, those whom others reached, at first.</param>
/// <param name="AmplifiedPercentAtLast">The same in the last month.</param>
internal sealed record InteractionFlow(
    string Channel,
    IReadOnlyList<string> Topics,
    int Posts,
    decimal Views,
    decimal Likes,
    decimal ActivePeople,
    decimal AmplifiedPercent,
    decimal AmplifiedPercentAtLast
);
