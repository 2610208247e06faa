namespace AgencyRoi.Metrics.Experiments;

/// <summary>The units of a group, with the mean and the spread of what was measured of each.</summary>
public readonly record struct GroupMean
{
    /// <summary>n: the units.</summary>
    public required long Units { get; init; }

    /// <summary>The mean over the units, in the unit of what is measured.</summary>
    public required decimal Mean { get; init; }

    /// <summary>s: the sample's standard deviation (n − 1), in the same unit. 0 for a single unit.</summary>
    public required decimal Deviation { get; init; }

    /// <summary>s²: the sample's variance.</summary>
    public double Variance => (double)Deviation * (double)Deviation;

    /// <summary>The mean with its interval at 95 % by the normal: m ± z·s ÷ √n. Null for fewer than two units, whose spread is not known.</summary>
    public Estimate? Interval
    {
        get
        {
            if (Units < 2)
                return null;
            var half = (decimal)(Statistics.Confidence.Z * (double)Deviation / Math.Sqrt(Units));
            return new(Mean - half, Mean, Mean + half);
        }
    }
}
