using System.Runtime.InteropServices;
using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Metrics.Journeys;
using AgencyRoi.Records.Journeys;

namespace AgencyRoi.Reports.Attribution;

/// <summary>A conversion as it was read.</summary>
/// <param name="Amount">In the client's currency; null: not kept when it was posted.</param>
internal sealed record ReadConversion(ConversionRow Row, ChannelId? ChannelId, CampaignId? CampaignId, decimal Quantity, decimal? Amount)
{
    /// <summary>The channel that the buyer named when asked; null: nobody asked.</summary>
    public ChannelId? ReportedChannelId { get; init; }
}

/// <summary>The touches and conversions of one person after the other, which become journeys when the person's last one was read.</summary>
internal sealed class PersonJourneys(JourneySpan span, JourneyTerms terms, AttributedParts parts, JourneyBook book, PaidBack paidBack)
{
    private readonly List<TouchRow> touches = [];
    private readonly List<int> numbers = [];
    private readonly List<ReadConversion> conversions = [];
    private readonly ReadJourney journey = new();
    private Guid? key;

    /// <summary>What follows is of this person.</summary>
    public void Begin(Guid person)
    {
        if (key == person)
            return;
        End();
        key = person;
    }

    public void Add(TouchRow touch, int part)
    {
        touches.Add(touch);
        numbers.Add(part);
    }

    public void Add(ReadConversion conversion) => conversions.Add(conversion);

    /// <summary>The person's last touch or conversion was read.</summary>
    public void End()
    {
        DateTimeOffset[] moments = [.. touches.Select(touch => touch.At)];
        Conversion[] converted = [.. conversions.Select(each => new Conversion(each.Row.At, terms.LookBackOf(each.Row)))];
        var spans = JourneyWalk.OfConversions(moments, converted);
        foreach (var (conversion, own) in conversions.Zip(spans))
            Add(conversion, own);
        var lookBack = terms.LookBackWithoutGoal(span.ClientId, span.Days.To.AddDays(-1));
        foreach (var open in JourneyWalk.WithoutConversion(moments, converted, spans, lookBack))
            AddWithoutConversion(open, lookBack);
        touches.Clear();
        numbers.Clear();
        conversions.Clear();
    }

    private void Add(ReadConversion conversion, TouchSpan own)
    {
        var isOfPeriod = span.Days.Contains(conversion.Row.Day);
        var back = paidBack.Of(conversion.Row.SaleId!.Value); // it was read
        if (!isOfPeriod && back == 0m)
            return;
        var count = new PathCount
        {
            Conversions = isOfPeriod ? conversion.Quantity : 0m,
            Value = back + (isOfPeriod ? conversion.Amount ?? 0m : 0m),
        };
        if (isOfPeriod && conversion.Amount is null)
            book.Unvalued++;
        if (own.Count == 0)
        {
            var named = NamedJourney.Of(parts, conversion.ChannelId, conversion.CampaignId, count);
            named.ReportedPart = ReportedPartOf(conversion);
            book.Add(named);
            return;
        }
        Fill(own, conversion.Row.At, isOfPeriod);
        journey.Count = count;
        journey.ReportedPart = ReportedPartOf(conversion);
        book.Add(journey);
    }

    private int? ReportedPartOf(ReadConversion conversion) =>
        conversion.ReportedChannelId is { } channel ? parts.NumberOfChannel(channel) : null;

    private void AddWithoutConversion(TouchSpan own, TimeSpan lookBack)
    {
        var last = touches[own.End - 1].At;
        var closes = last + lookBack;
        if (closes >= span.AsOf)
        {
            book.OpenJourneys++;
            return;
        }
        if (closes < span.Start)
            return;
        Fill(own, last, countsExcluded: true);
        if (journey.Parts.Count == 0)
            return;
        journey.Count = new PathCount { Conversions = 0m, Nulls = 1m };
        book.Add(journey);
    }

    private void Fill(TouchSpan own, DateTimeOffset at, bool countsExcluded)
    {
        journey.Clear();
        var rows = CollectionsMarshal.AsSpan(touches);
        for (var place = own.First; place < own.End; place++)
            if (rows[place].HasBasis)
                journey.Add(numbers[place], JourneyCrediting.Weighed(rows[place], at));
            else if (countsExcluded)
                book.ExcludedTouches++;
    }
}
