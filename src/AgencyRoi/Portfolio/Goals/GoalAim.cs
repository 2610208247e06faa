using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>The part of a goal that an aim is about.</summary>
internal enum GoalAspect
{
    /// <summary>What is counted.</summary>
    Indicator,

    /// <summary>How much of it is aimed at.</summary>
    Target,
}

/// <summary>A goal's indicator, or how much of it is aimed at, from a day on. It is never changed: a later one for the same day takes its place.</summary>
[TenantOwned]
[Node]
internal sealed class GoalAim : DatedRow
{
    private GoalAim() { }

    private GoalAim(Goal goal, DateOnly from, int revision, DateTimeOffset now)
        : base(goal.TenantId, from, revision, now) => (ClientId, GoalId) = (goal.ClientId, goal.Id);

    [GraphQLIgnore]
    public ClientId ClientId { get; private init; }

    /// <summary>Its goal.</summary>
    [ID<Goal>]
    public GoalId GoalId { get; private init; }

    /// <summary>Whether it says the indicator or the target.</summary>
    public GoalAspect Aspect { get; private init; }

    /// <summary>
    /// The first day on which it holds, in the client's time zone; it holds until a later one of the same aspect begins. 1900-01-01: from the beginning.
    /// </summary>
    public override DateOnly EffectiveFrom { get; protected init; }

    /// <summary>Of several of the same aspect and day the one with the highest number holds.</summary>
    public override int Revision
    {
        get => base.Revision;
        protected init => base.Revision = value;
    }

    /// <summary>What is counted. Null: it is about the target, or there is no indicator from then on.</summary>
    public string? Indicator { get; private init; }

    /// <summary>How many units are aimed at. Null: it is about the indicator, the target is in money, or there is none from then on.</summary>
    public decimal? TargetQuantity { get; private init; }

    [GraphQLIgnore]
    public decimal? TargetMoney { get; private init; }

    [GraphQLIgnore]
    public string? TargetCurrency { get; private init; }

    [GraphQLIgnore]
    public GoalTarget Target => new(TargetQuantity, TargetMoney is { } amount ? new Money(amount, TargetCurrency!) : null); // One has the other, by the table's check.

    public static GoalAim OfIndicator(Goal goal, string? indicator, DateOnly from, int revision, DateTimeOffset now) =>
        new(goal, from, revision, now) { Aspect = GoalAspect.Indicator, Indicator = indicator };

    public static GoalAim OfTarget(Goal goal, GoalTarget target, DateOnly from, int revision, DateTimeOffset now) =>
        new(goal, from, revision, now)
        {
            Aspect = GoalAspect.Target,
            TargetQuantity = target.Quantity,
            TargetMoney = target.Money?.Amount,
            TargetCurrency = target.Money?.CurrencyCode,
        };

    /// <summary>Of one goal's aims the one of an aspect that holds on a day. Null before the first.</summary>
    public static GoalAim? InForce(IEnumerable<GoalAim> aims, GoalAspect aspect, DateOnly day) =>
        aims.Where(aim => aim.Aspect == aspect).InForceOn(day);

    /// <summary>The days of a period on which one goal counted an indicator of some kind, in one piece where it did not change in between.</summary>
    public static IEnumerable<DateRange> DaysCounting(IEnumerable<GoalAim> aims, DateRange period, Func<string, bool> isMeant)
    {
        var known = aims.Where(aim => aim.Aspect == GoalAspect.Indicator).ToList();
        DateOnly[] starts =
        [
            period.From,
            .. known.Select(aim => aim.EffectiveFrom).Where(day => period.From < day && day < period.To).Distinct().Order(),
        ];
        return starts
            .Zip([.. starts.Skip(1), period.To], (from, to) => new DateRange(from, to))
            .Where(days => InForce(known, GoalAspect.Indicator, days.From)?.Indicator is { } indicator && isMeant(indicator));
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<GoalAim>(aim =>
        {
            aim.ToTable("goal_aims", "app");
            aim.HasTenantKey();
            aim.Property(row => row.TargetQuantity).HasPrecision(20, 4);
            aim.Property(row => row.TargetMoney).HasPrecision(20, 4);
            aim.Ignore(row => row.Target);
            aim.RefersWithinClientTo<GoalAim, Goal>(row => row.GoalId);
        });
}
