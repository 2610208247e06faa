namespace AgencyRoi.Metrics.Attribution;

/// <summary>A touch of one person before one conversion, as far as the models look at it.</summary>
public readonly record struct JourneyTouch
{
    private readonly TimeSpan age;

    /// <summary>Time from the touch to the conversion.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative: touches after the conversion belong to the next journey.</exception>
    public required TimeSpan Age
    {
        get => age;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            age = value;
        }
    }

    /// <summary>Direct traffic: nothing says where the person came from.</summary>
    public bool IsDirect { get; init; }

    /// <summary>The touch at which the person became a lead.</summary>
    public bool IsLeadCreation { get; init; }

    /// <summary>The touch at which the lead became an opportunity.</summary>
    public bool IsOpportunityCreation { get; init; }

    /// <summary>A campaign that has priority brought the touch.</summary>
    public bool HasCampaign { get; init; }
}
