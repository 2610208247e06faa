using AgencyRoi.Metrics.Costs;

namespace AgencyRoi.Terms.People;

/// <summary>The cost of an hour to the agency over some days.</summary>
/// <param name="Kind">Cost of work or overhead.</param>
/// <param name="Level">For one person, a role class, or everybody else.</param>
/// <param name="From">The first day on which it holds.</param>
/// <param name="Amount">Cost of one hour, loaded: not what is billed. Not below zero, at most ten places.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="To">The first day after it; without one it holds until further notice.</param>
/// <param name="PersonId">The person, with level PERSON.</param>
/// <param name="RoleClass">The role class, with level ROLE.</param>
/// <param name="Note">How it was arrived at, at most 2000 characters.</param>
internal sealed record CreateHourlyRateInput(
    HourlyRateKind Kind,
    RateLevel Level,
    DateOnly From,
    decimal Amount,
    string Currency,
    DateOnly? To = null,
    [property: ID<Person>] PersonId? PersonId = null,
    RoleClass? RoleClass = null,
    string? Note = null
);

/// <summary>Changes to an hourly rate. What is not given stays as it is.</summary>
/// <param name="Id">The rate.</param>
/// <param name="Version">The rate's version as you read it.</param>
/// <param name="To">The first day after it; null: it holds until further notice.</param>
/// <param name="Amount">Cost of one hour, for hours that are entered from now on.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Note">How it was arrived at; null removes it.</param>
internal sealed record UpdateHourlyRateInput(
    [property: ID<HourlyRate>] Guid Id,
    long Version,
    Optional<DateOnly?> To = default,
    decimal? Amount = null,
    string? Currency = null,
    Optional<string?> Note = default
);
