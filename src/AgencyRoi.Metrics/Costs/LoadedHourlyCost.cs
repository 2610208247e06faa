namespace AgencyRoi.Metrics.Costs;

/// <summary>The cost of an hour of a person, which is not what it is billed at.</summary>
public static class LoadedHourlyCost
{
    /// <summary>Hours of a full year before leave: 52 weeks of 40.</summary>
    public const decimal YearlyHours = 2_080m;

    /// <summary>(Salary + employer's taxes + benefits + overhead share) / productive hours, all of one year. Null without a productive hour.</summary>
    public static decimal? Of(decimal salary, decimal taxes, decimal benefits, decimal overhead, decimal productiveHours) =>
        productiveHours <= 0m ? null : (salary + taxes + benefits + overhead) / productiveHours;
}
