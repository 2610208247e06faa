using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Metrics.Journeys;

namespace AgencyRoi.Records.Journeys;

/// <summary>The end of a journey, by a conversion or by its age; or what was paid back of a conversion, later.</summary>
internal readonly record struct JourneyEnd
{
    /// <summary>The day that it counts on: of the conversion, of the refund, or on which the last touch becomes too old.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The moment that its touches lie before.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Its touches, excluded ones among them, by their places among the person's.</summary>
    public required TouchSpan Touches { get; init; }

    public required PathCount Count { get; init; }

    /// <summary>Null: it led to none.</summary>
    public CountedConversion? Conversion { get; init; }

    /// <summary>Whether it is a refund: its journey was counted on the day of its conversion.</summary>
    public bool IsPaidBack { get; init; }

    /// <summary>How many amounts of it are not known in the client's currency.</summary>
    public long Unvalued { get; init; }
}

/// <summary>The days on which a person was on a journey.</summary>
/// <param name="Until">Its conversion's, or the one on which its last touch becomes too old.</param>
internal readonly record struct OpenDays(DateOnly From, DateOnly Until, bool IsConverted);
