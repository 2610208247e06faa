using AgencyRoi.Metrics.Attribution;

namespace AgencyRoi.Reports.Attribution;

/// <summary>A journey, or several that are alike, as the models are given it.</summary>
internal sealed class ReadJourney
{
    /// <summary>The numbers of the dimension's values in the order of the touches.</summary>
    public List<int> Parts { get; } = [];

    /// <summary>The touches as the rule models look at them, one for each part.</summary>
    public List<JourneyTouch> Touches { get; } = [];

    /// <summary>How it ended, and how often; its value is in the client's currency.</summary>
    public PathCount Count { get; set; }

    /// <summary>The number of what the buyer named when asked; null: nobody asked.</summary>
    public int? ReportedPart { get; set; }

    /// <summary>The rule of the client's policy on the day of the conversion; null: it led to none, or to one without a touch.</summary>
    public AttributionModel? Policy { get; set; }

    public void Clear()
    {
        Policy = null;
        ReportedPart = null;
        Parts.Clear();
        Touches.Clear();
    }

    public void Add(int part, JourneyTouch touch)
    {
        Parts.Add(part);
        Touches.Add(touch);
    }
}
