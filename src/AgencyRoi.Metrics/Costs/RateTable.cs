namespace AgencyRoi.Metrics.Costs;

/// <summary>Whose hours they are: the mission counts the pay of those who do the work and of those who lead it apart.</summary>
public enum RoleClass
{
    /// <summary>Someone who does the work.</summary>
    Staff,

    /// <summary>Someone who leads it.</summary>
    Management,
}

/// <summary>For whom a rate is given.</summary>
public enum RateLevel
{
    /// <summary>For one person.</summary>
    Person,

    /// <summary>For everybody of a role class without a rate of their own.</summary>
    Role,

    /// <summary>For everybody else.</summary>
    Default,
}

/// <summary>The cost of an hour over some days.</summary>
/// <param name="To">The first day after it; null: it holds until further notice.</param>
public sealed record DatedRate(Guid Id, RateLevel Level, Guid? PersonId, RoleClass? Role, DateOnly From, DateOnly? To, Money PerHour)
{
    public bool Holds(DateOnly day) => From <= day && (To is null || day < To);

    public bool Overlaps(DateOnly from, DateOnly? to) => (to is null || From < to) && (To is null || from < To);
}

/// <summary>The rate of an hour on its day: the person's, or else that of the role class, or else the default. None is a gap and never zero.</summary>
public sealed class RateTable(IEnumerable<DatedRate> rates)
{
    private readonly ILookup<(RateLevel, Guid?, RoleClass?), DatedRate> held = rates.ToLookup(rate =>
        (rate.Level, rate.PersonId, rate.Role)
    );

    public DatedRate? Find(Guid personId, RoleClass role, DateOnly day) =>
        On(day, RateLevel.Person, personId, null) ?? On(day, RateLevel.Role, null, role) ?? On(day, RateLevel.Default, null, null);

    private DatedRate? On(DateOnly day, RateLevel level, Guid? personId, RoleClass? role) =>
        held[(level, personId, role)].FirstOrDefault(rate => rate.Holds(day));
}
