using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.People;

/// <summary>The kind of cost that a rate counts.</summary>
internal enum HourlyRateKind
{
    /// <summary>The loaded cost of an hour of work: pay, taxes and benefits over productive hours.</summary>
    Labour,

    /// <summary>The agency's overhead of an hour: rent, administration, what no client causes.</summary>
    Overhead,
}

/// <summary>The cost of an hour to the agency over some days: cost, not what is billed.</summary>
[TenantOwned]
[Node]
internal sealed class HourlyRate : VersionedRow
{
    private HourlyRate() { }

    private HourlyRate(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, now) { }

    /// <summary>Cost of work or overhead.</summary>
    public HourlyRateKind Kind { get; private init; }

    /// <summary>For one person, a role class, or everybody else. The nearest one counts.</summary>
    public RateLevel Level { get; private init; }

    /// <summary>The person, when it is for one.</summary>
    [ID<Person>]
    public PersonId? PersonId { get; private init; }

    /// <summary>The role class, when it is for one.</summary>
    public RoleClass? RoleClass { get; private init; }

    /// <summary>The first day on which it holds.</summary>
    public DateOnly From { get; private init; }

    /// <summary>The first day after it; null: it holds until further notice.</summary>
    public DateOnly? To { get; private set; }

    [GraphQLIgnore]
    public decimal Amount { get; private set; }

    [GraphQLIgnore]
    public string Currency { get; private set; } = "";

    // No column, so that no filter can ask for it.
    [GraphQLIgnore]
    public Money PerHour => new(Amount, Currency);

    /// <summary>How it was arrived at.</summary>
    public string? Note { get; private set; }

    public static HourlyRate Create(AgencyId tenantId, CreateHourlyRateInput input, DateTimeOffset now) =>
        new(tenantId, now)
        {
            Kind = input.Kind,
            Level = input.Level,
            PersonId = input.PersonId,
            RoleClass = input.RoleClass,
            From = input.From,
            To = input.To,
            Amount = input.Amount,
            Currency = input.Currency,
            Note = input.Note,
        };

    public void Change(UpdateHourlyRateInput input, DateTimeOffset now)
    {
        To = input.To.Or(To);
        Amount = input.Amount ?? Amount;
        Currency = input.Currency ?? Currency;
        Note = input.Note.Or(Note);
        UpdatedAt = now;
    }

    /// <summary>Whether it is for the same hours: two such must not hold on the same day.</summary>
    public bool IsForTheSameAs(HourlyRate other) =>
        (Kind, Level, PersonId, RoleClass) == (other.Kind, other.Level, other.PersonId, other.RoleClass);

    internal DatedRate AsRate() => new(Id, Level, PersonId?.Value, RoleClass, From, To, PerHour);

    public static void Map(ModelBuilder model) =>
        model.Entity<HourlyRate>(rate =>
        {
            rate.ToTable("hourly_rates", "app");
            rate.HasTenantKey();
            rate.Property(row => row.Amount).HasPrecision(24, 10);
            rate.Ignore(row => row.PerHour);
            rate.RefersTo<HourlyRate, Person>(row => row.PersonId);
        });
}
