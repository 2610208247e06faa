namespace AgencyRoi.Metrics.Comparison;

/// <summary>Numbers of people. An estimate of people has fractions, and is shown in whole people: rounded once, after all sums and ratios are made.</summary>
public static class PeopleCount
{
    /// <summary>Whole people, half to even.</summary>
    public static decimal Whole(decimal people) => decimal.Round(people, 0, MidpointRounding.ToEven);

    public static Estimate Whole(Estimate people) => new(Whole(people.Low), Whole(people.Amount), Whole(people.High));
}
