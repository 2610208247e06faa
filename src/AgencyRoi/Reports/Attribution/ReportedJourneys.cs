using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Metrics.Journeys;
using AgencyRoi.Records.Journeys;

namespace AgencyRoi.Reports.Attribution;

/// <summary>The journeys of one person after the other, of which those of the days asked for go into the book.</summary>
internal sealed class ReportedJourneys(JourneySpan span, JourneyTerms terms, AttributedParts parts, JourneyBook book)
    : PersonJourneys(span.ClientId, span.TimeZone, terms)
{
    private readonly List<int> numbers = [];
    private readonly ReadJourney journey = new();

    /// <param name="part">The number of what the touch is of, in the dimension asked for.</param>
    public void Add(TouchRow touch, int part)
    {
        Add(touch);
        numbers.Add(part);
    }

    protected override void Count(in JourneyEnd end)
    {
        if (!span.Days.Contains(end.Day) || (end.Conversion is null && end.Day >= span.ClosedBefore))
            return;
        book.Unvalued += end.Unvalued;
        if (end.Conversion is { } conversion && end.Touches.Count == 0)
        {
            var named = NamedJourney.Of(parts, conversion.ChannelId, conversion.CampaignId, end.Count);
            named.ReportedPart = ReportedPartOf(conversion);
            book.Add(named);
            return;
        }
        Fill(end.Touches, end.At, countsExcluded: !end.IsPaidBack);
        if (end.Conversion is null && journey.Parts.Count == 0)
            return;
        journey.Count = end.Count;
        journey.Policy = end.Conversion is { } converted ? Terms.RuleOf(converted.Row) : null;
        journey.ReportedPart = ReportedPartOf(end.Conversion);
        book.Add(journey);
    }

    protected override void Count(OpenDays open)
    {
        if (span.IsOpen(open))
            book.OpenJourneys++;
    }

    protected override void Ended() => numbers.Clear();

    private int? ReportedPartOf(CountedConversion? conversion) =>
        conversion?.ReportedChannelId is { } channel ? parts.NumberOfChannel(channel) : null;

    private void Fill(TouchSpan own, DateTimeOffset at, bool countsExcluded)
    {
        journey.Clear();
        for (var place = own.First; place < own.End; place++)
            if (Touches[place].HasBasis)
                journey.Add(numbers[place], JourneyCrediting.Weighed(Touches[place], at));
            else if (countsExcluded)
                book.ExcludedTouches++;
    }
}
