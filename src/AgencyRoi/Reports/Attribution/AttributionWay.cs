using AgencyRoi.Records.JourneySums;

namespace AgencyRoi.Reports.Attribution;

/// <summary>How an answer may be come by.</summary>
internal sealed record AttributionWay
{
    /// <summary>Told when sums that could have answered are behind.</summary>
    public required JourneyKeeper Keeper { get; init; }

    /// <summary>Null: however many there are.</summary>
    public int? MostTouches { get; init; }

    /// <summary>Hears now and then of how much was read.</summary>
    public JourneyProgress? Progress { get; init; }
}

/// <summary>How far a reading is, for somebody else to look at.</summary>
internal sealed class JourneyProgress
{
    private long read;
    private long total = -1;

    /// <summary>Null: not counted yet.</summary>
    public long? Total
    {
        get => Interlocked.Read(ref total) is >= 0 and var counted ? counted : null;
        set => Interlocked.Exchange(ref total, value ?? -1);
    }

    public long Read => Interlocked.Read(ref read);

    public void Add() => Interlocked.Increment(ref read);
}
