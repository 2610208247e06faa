using AgencyRoi.Clients;
using AgencyRoi.Comparison;
using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics;

namespace AgencyRoi.Expectations;

/// <summary>Whether what was spent has come back.</summary>
public enum PaybackState
{
    /// <summary>Cumulative value has reached cumulative cost.</summary>
    PaidBack,

    /// <summary>It has not, and there was time enough.</summary>
    NotPaidBack,

    /// <summary>It has not, and too few months have passed since the first cost to expect it: a state, not a number.</summary>
    InsufficientHistory,

    /// <summary>Nothing was spent.</summary>
    NoCost,
}

/// <summary>Value and cost added up to the end of a month.</summary>
/// <param name="Month">The days of the month inside the period.</param>
/// <param name="Value">All value so far.</param>
/// <param name="Cost">All cost so far.</param>
internal sealed record PaybackPoint(Period Month, Money Value, Money Cost);

/// <summary>When cumulative value reached cumulative cost.</summary>
/// <param name="State">Whether it has.</param>
/// <param name="Total">Which of the four totals was counted as value.</param>
/// <param name="FirstCostMonth">The first day of the month in which the first cost fell; null: there is none.</param>
/// <param name="Months">Months from there, linear inside a month, six places; the cost of the first month is an outlay at its beginning. Null: not yet.</param>
/// <param name="HorizonMonths">The months from the first cost to the end of the period, or to today when that is earlier.</param>
/// <param name="RampUpMonths">How many of them have to pass before a missing payback says something.</param>
/// <param name="Points">Value and cost added up, month by month of the period until today.</param>
internal sealed record ClientPayback(
    PaybackState State,
    RoiTotal Total,
    DateOnly? FirstCostMonth,
    decimal? Months,
    int HorizonMonths,
    int RampUpMonths,
    [property: ListSize(AssumedSize = 24)] IReadOnlyList<PaybackPoint> Points
)
{
    public static ClientPayback Of(
        FigureScope scope,
        IReadOnlyList<(DateRange Month, FourTotals Totals)> months,
        RoiTotal total,
        int rampUpMonths
    )
    {
        var values = months.Select(month => (month.Month, Value: ValueOf(month.Totals, total), month.Totals.Cost)).ToList();
        var points = new List<PaybackPoint>();
        var (value, cost) = (0m, 0m);
        foreach (var month in values)
        {
            (value, cost) = (value + month.Value, cost + month.Cost);
            points.Add(new(new Period(month.Month.From, month.Month.To), scope.Shown(value), scope.Shown(cost)));
        }
        var spent = values.SkipWhile(month => month.Cost <= 0).ToList();
        if (spent.Count == 0)
            return new(PaybackState.NoCost, total, null, null, 0, rampUpMonths, points);

        // Value that came before the first cost is not what the cost brought.
        var outlay = spent[0].Cost;
        var reached = Payback.Periods(outlay, spent.Select((month, i) => i == 0 ? month.Value : month.Value - month.Cost));
        var state =
            reached is not null ? PaybackState.PaidBack
            : spent.Count < rampUpMonths ? PaybackState.InsufficientHistory
            : PaybackState.NotPaidBack;
        return new(
            state,
            total,
            IntervalBuckets.StartOf(spent[0].Month.From, Interval.Month),
            reached is { } periods ? decimal.Round(periods, 6, MidpointRounding.AwayFromZero) : null,
            spent.Count,
            rampUpMonths,
            points
        );
    }

    private static decimal ValueOf(FourTotals totals, RoiTotal total) =>
        total switch
        {
            RoiTotal.Direct => totals.Direct.Value,
            RoiTotal.DirectAndAssisted => totals.DirectAndAssisted.Value,
            RoiTotal.Adjusted => totals.Adjusted.Value,
            _ => totals.Unadjusted.Value,
        };
}

[ObjectType<ReturnOnInvestment>]
internal static class PaybackOfRoi
{
    /// <summary>When cumulative value reached cumulative cost, month by month of the period.</summary>
    /// <param name="total">Which value.</param>
    /// <param name="rampUpMonths">How many months have to pass before a missing payback says something, from 0 to 60.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<ClientPayback>> GetPaybackAsync(
        [Parent] IReadOnlyList<ReturnOnInvestment> returns,
        OperationDatabase database,
        TimeProvider time,
        RoiTotal total = RoiTotal.Adjusted,
        int rampUpMonths = 3,
        CancellationToken cancellationToken = default
    )
    {
        if (rampUpMonths is < 0 or > 60)
            throw BadInput.Of("rampUpMonths lies between 0 and 60.");
        var parts = await RoiSums.OverTimeAsync(returns, Interval.Month, database, cancellationToken);
        var today = await database.RunAsync(
            (session, token) =>
                GoalActuals.TodayAsync(session, returns.SelectMany(whole => whole.Scope.Sums.ClientIds), time.GetUtcNow(), token),
            cancellationToken
        );
        return
        [
            .. returns.Select(
                (whole, i) =>
                {
                    var byMonth = parts[i].ToLookup(sum => sum.BucketStart);
                    var now = whole.Scope.Sums.ClientIds.Select(client => today[client]).FirstOrDefault(DateOnly.MaxValue);
                    var months = IntervalBuckets
                        .Of(whole.Scope.Sums.Period, Interval.Month)
                        .Where(month => month.From <= now)
                        .Select(month => (month, FourTotals.Of(byMonth[month.From].Select(whole.Scope.Of))))
                        .ToList();
                    return ClientPayback.Of(whole.Scope, months, total, rampUpMonths);
                }
            ),
        ];
    }
}
