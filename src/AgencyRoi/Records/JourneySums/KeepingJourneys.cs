using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.Paths;

namespace AgencyRoi.Records.JourneySums;

/// <summary>The journeys of one person after the other, of which all go into what is kept of the person.</summary>
internal sealed class KeepingJourneys(ClientId clientId, string timeZone, JourneyTerms terms) : PersonJourneys(clientId, timeZone, terms)
{
    private readonly List<string> channels = [];
    private readonly Dictionary<string, int> places = [];
    private readonly List<KeptJourney> journeys = [];
    private readonly List<OpenDays> open = [];

    /// <summary>Takes what was found of the last person.</summary>
    public KeptPerson Take()
    {
        End();
        var taken = new KeptPerson
        {
            Channels = [.. channels],
            Journeys = [.. journeys],
            Open = [.. open],
        };
        channels.Clear();
        places.Clear();
        journeys.Clear();
        open.Clear();
        return taken;
    }

    protected override void Count(in JourneyEnd end)
    {
        var counted = new List<TouchRow>();
        for (var place = end.Touches.First; place < end.Touches.End; place++)
            if (Touches[place].HasBasis)
                counted.Add(Touches[place]);
        var excluded = end.IsPaidBack ? 0 : end.Touches.Count - counted.Count;
        var isNamed = end.Touches.Count == 0 && end.Conversion is { ChannelId: not null } or { CampaignId: not null };
        journeys.Add(
            new()
            {
                Day = end.Day,
                Path = isNamed ? [PlaceOf(end.Conversion!.ChannelId)] : [.. counted.Select(touch => PlaceOf(touch.ChannelId))],
                Shares =
                    end.Conversion is null ? null
                    : isNamed ? [1m]
                    : JourneyCrediting.SharesOf(Terms.RuleOf(end.Conversion.Row), end.At, counted),
                Conversions = end.Count.Conversions,
                Value = end.Count.Value,
                // Of a journey without a counted touch nothing is known.
                Nulls = counted.Count == 0 ? 0 : (int)end.Count.Nulls,
                ExcludedTouches = excluded,
                Unvalued = end.Unvalued,
                Reported = end.Conversion?.ReportedChannelId is { } reported ? PlaceOf(reported) : null,
            }
        );
    }

    protected override void Count(OpenDays days) => open.Add(days);

    private int PlaceOf(ChannelId? channel)
    {
        var code = PathText.Write([new PathTouch(channel)]);
        if (places.TryGetValue(code, out var place))
            return place;
        channels.Add(code);
        return places[code] = channels.Count - 1;
    }
}
