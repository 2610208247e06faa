using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>
/// Values whose inputs changed where they are taken from, calculated anew in the same transaction. The old ones stay for their days; what was posted by them stays
/// until it is revalued.
/// </summary>
internal sealed class ValueRecalculation : IFollowsMargin
{
    /// <summary>Values of leads follow the margin of their client from today on, and those that are known to begin later from their own day on.</summary>
    public async Task FollowAsync(DatabaseSession session, Client client, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = Calendar.DayIn(client.TimeZone, now);
        var margin = client.Margin ?? 1m;
        foreach (var values in await ValuesAsync(session, value => value.ClientId == client.Id && value.MarginOfClient, cancellationToken))
            Add(
                session,
                values,
                [today, .. values.Select(value => value.EffectiveFrom).Where(day => day > today)],
                (value, _) => value.MarginOfClient && value.Margin != margin ? value.Calculated! with { Margin = margin } : null,
                "Calculated anew: the margin of the client changed.",
                now
            );
    }

    /// <summary>Values of solved problems follow the labour rate of a role class, each rate from its first day on.</summary>
    public static async Task AfterRateAsync(
        DatabaseSession session,
        RoleClass role,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        foreach (var values in await ValuesAsync(session, value => value.RateOfRole == role, cancellationToken))
            await AfterRateAsync(session, role, values, now, cancellationToken);
    }

    /// <param name="values">All values of one goal.</param>
    public static async Task AfterRateAsync(
        DatabaseSession session,
        RoleClass role,
        List<GoalValue> values,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var rates = await RoleRates.LoadAsync(session, role, cancellationToken);
        Add(
            session,
            values,
            [.. rates.Select(rate => rate.From), .. values.Select(value => value.EffectiveFrom)],
            (value, day) =>
                value.RateOfRole == role
                && RoleRates.On(rates, day)?.PerHour is { } rate
                && rate.CurrencyCode == value.Currency
                && rate.Amount != value.HourlyRate
                    ? value.Calculated! with
                    {
                        HourlyRate = rate,
                    } // It takes a rate, so it is calculated.
                    : null,
            "Calculated anew: the hourly rate of the role class changed.",
            now
        );
    }

    // The values of each goal that has such a one, with nobody else writing to it.
    private static async Task<List<List<GoalValue>>> ValuesAsync(
        DatabaseSession session,
        System.Linq.Expressions.Expression<Func<GoalValue, bool>> isMeant,
        CancellationToken cancellationToken
    )
    {
        var goals = await session
            .Db.Set<GoalValue>()
            .Where(isMeant)
            .Select(value => value.GoalId)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var goal in goals.OrderBy(id => id.Value))
            await session.LockAsync("goals", goal, cancellationToken);
        var values = await GoalLoaders.ValuesOfAsync(session, [.. goals], cancellationToken);
        return [.. values.Select(goal => goal.ToList())];
    }

    /// <param name="recalculate">The value in force with its new inputs on a day; null: nothing changed.</param>
    private static void Add(
        DatabaseSession session,
        List<GoalValue> values,
        DateOnly[] days,
        Func<GoalValue, DateOnly, ValueCalculation?> recalculate,
        string note,
        DateTimeOffset now
    )
    {
        foreach (var day in days.Distinct().Order())
            if (
                values.InForceOn(day) is { } inForce
                && recalculate(inForce, day) is { Amount: { } amount } calculation
                && amount <= AmountBounds.LargestGiven
            )
            {
                var value = inForce.Recalculated(calculation, amount, day, values.NextRevision(day), note, now);
                session.Db.Add(value);
                values.Add(value);
            }
    }
}
