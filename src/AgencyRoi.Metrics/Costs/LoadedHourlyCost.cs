namespace AgencyRoi.Metrics.Costs;

/// <summary>The cost of an hour of a person, which is not what it is billed at.</summary>
public static class LoadedHourlyCost
{
    /// <summary>Hours of a full year before leave: 52 weeks of 40.</summary>
    public const decimal YearlyHours = 2_080m;

    /// <summary>(Salary + employer's taxes + benefits + overhead share) / productive hours, all of one year. Null without a productive hour.</summary>
    public static decimal? Of(decimal salary, decimal taxes, decimal benefits, decimal overhead, decimal productiveHours) =>
        productiveHours <= 0m ? null : (salary + taxes + benefits + overhead) / productiveHours;

    /// <summary>The same built up from an hourly base: fringe and overhead are shares of the base, administration of all three.</summary>
    public static decimal BuildUp(decimal hourlyBase, decimal fringe, decimal overhead, decimal administration) =>
        hourlyBase * (1m + fringe + overhead) * (1m + administration);

    /// <summary>Overhead of a period over its hours; null without hours, and then the overhead stays visible as unallocated.</summary>
    public static decimal? OverheadPerHour(decimal overhead, decimal hours) => hours <= 0m ? null : overhead / hours;
}
