using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>The value of one unit of a goal from a day on. It is never changed: a later one for the same day takes its place.</summary>
[TenantOwned]
[Node]
internal sealed class GoalValue : DatedRow
{
    private GoalValue() { }

    private GoalValue(Goal goal, DateOnly from, int revision, DateTimeOffset now)
        : base(goal.TenantId, from, revision, now) => (ClientId, GoalId) = (goal.ClientId, goal.Id);

    private GoalValue(GoalValue before, DateOnly from, int revision, DateTimeOffset now)
        : base(before.TenantId, from, revision, now) => (ClientId, GoalId) = (before.ClientId, before.GoalId);

    [GraphQLIgnore]
    public ClientId ClientId { get; private init; }

    /// <summary>Its goal.</summary>
    [ID<Goal>]
    public GoalId GoalId { get; private init; }

    /// <summary>The first day on which it holds, in the client's time zone; it holds until a later one begins.</summary>
    public override DateOnly EffectiveFrom { get; protected init; }

    [GraphQLIgnore]
    public decimal Amount { get; private init; }

    [GraphQLIgnore]
    public string Currency { get; private init; } = "";

    // No column, so that no filter can ask for it.
    [GraphQLIgnore]
    public Money UnitValue => new(Amount, Currency);

    [GraphQLIgnore]
    public CalculationKind? Calculation { get; private init; }

    [GraphQLIgnore]
    public decimal? CloseRate { get; private init; }

    [GraphQLIgnore]
    public decimal? DealAmount { get; private init; }

    [GraphQLIgnore]
    public decimal? Margin { get; private init; }

    [GraphQLIgnore]
    public decimal? RevenueKept { get; private init; }

    [GraphQLIgnore]
    public decimal? HoursFreed { get; private init; }

    [GraphQLIgnore]
    public decimal? HourlyRate { get; private init; }

    [GraphQLIgnore]
    public bool MarginOfClient { get; private init; }

    [GraphQLIgnore]
    public RoleClass? RateOfRole { get; private init; }

    // No columns of their own, as the value of a unit.
    [GraphQLIgnore]
    public ValueCalculation? Calculated =>
        Calculation is { } kind
            ? new(
                kind,
                CloseRate: CloseRate,
                DealAmount: MoneyOf(DealAmount),
                Margin: Margin,
                RevenueKept: MoneyOf(RevenueKept),
                HoursFreed: HoursFreed,
                HourlyRate: MoneyOf(HourlyRate),
                MarginOfClient: MarginOfClient,
                HourlyRateOfRole: RateOfRole
            )
            : null;

    /// <summary>Whether it is an assumption rather than a figure of the client's books.</summary>
    public bool IsAssumed { get; private init; }

    /// <summary>How it was arrived at.</summary>
    public string? Note { get; private init; }

    public static GoalValue Create(
        Goal goal,
        SetGoalValueInput input,
        decimal amount,
        ValueCalculation? calculation,
        int revision,
        DateTimeOffset now
    ) =>
        new(goal, input.EffectiveFrom, revision, now)
        {
            Amount = amount,
            Currency = input.Currency,
            Calculation = calculation?.Kind,
            CloseRate = calculation?.CloseRate,
            DealAmount = calculation?.DealAmount?.Amount,
            Margin = calculation?.Margin,
            RevenueKept = calculation?.RevenueKept?.Amount,
            HoursFreed = calculation?.HoursFreed,
            HourlyRate = calculation?.HourlyRate?.Amount,
            MarginOfClient = calculation?.MarginOfClient ?? false,
            RateOfRole = calculation?.HourlyRateOfRole,
            IsAssumed = input.IsAssumed,
            Note = input.Note,
        };

    /// <summary>The same value with an input that changed where it is taken from, from a day on. This one stays as it is.</summary>
    /// <param name="note">What changed.</param>
    public GoalValue Recalculated(
        ValueCalculation calculation,
        decimal amount,
        DateOnly from,
        int revision,
        string note,
        DateTimeOffset now
    ) =>
        new(this, from, revision, now)
        {
            Amount = amount,
            Currency = Currency,
            Calculation = Calculation,
            CloseRate = CloseRate,
            DealAmount = DealAmount,
            Margin = calculation.Margin,
            RevenueKept = RevenueKept,
            HoursFreed = HoursFreed,
            HourlyRate = calculation.HourlyRate?.Amount,
            MarginOfClient = MarginOfClient,
            RateOfRole = RateOfRole,
            IsAssumed = IsAssumed,
            Note = note,
        };

    private Money? MoneyOf(decimal? amount) => amount is { } known ? new Money(known, Currency) : null;

    public static void Map(ModelBuilder model) =>
        model.Entity<GoalValue>(value =>
        {
            value.ToTable("goal_values", "app");
            value.HasTenantKey();
            value.Property(row => row.Amount).HasPrecision(24, 10);
            value.Ignore(row => row.UnitValue);
            value.Ignore(row => row.Calculated);
            value.Property(row => row.CloseRate).HasPrecision(9, 8);
            value.Property(row => row.DealAmount).HasPrecision(24, 10);
            value.Property(row => row.Margin).HasPrecision(9, 8);
            value.Property(row => row.RevenueKept).HasPrecision(24, 10);
            value.Property(row => row.HoursFreed).HasPrecision(20, 4);
            value.Property(row => row.HourlyRate).HasPrecision(24, 10);
            value.RefersWithinClientTo<GoalValue, Goal>(row => row.GoalId);
        });
}
