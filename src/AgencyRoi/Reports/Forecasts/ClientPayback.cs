using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Returns.Totals;

namespace AgencyRoi.Reports.Forecasts;

/// <summary>Whether what was spent has come back.</summary>
internal enum PaybackState
{
    /// <summary>Cumulative value has reached cumulative cost, and is not below it at the end.</summary>
    PaidBack,

    /// <summary>Cumulative value had reached cumulative cost once, and is below it at the end: later cost overtook it.</summary>
    NoLongerPaidBack,

    /// <summary>Cumulative value never reached cumulative cost, and there was time enough.</summary>
    NotPaidBack,

    /// <summary>Cumulative value has not reached cumulative cost, and too few months have passed since the first cost to expect it: a state, not a number.</summary>
    InsufficientHistory,

    /// <summary>Nothing was spent.</summary>
    NoCost,
}

/// <summary>Value and cost added up to the end of a month.</summary>
/// <param name="Month">The days of the month inside the period.</param>
/// <param name="Value">All value so far.</param>
/// <param name="Cost">All cost so far.</param>
internal sealed record PaybackPoint(Period Month, Money Value, Money Cost);

/// <summary>
/// When cumulative value first reached cumulative cost, and whether it still covers it at the end: two facts, since cost that comes later can overtake
/// it. Both count the value of one total, which <c>total</c> names, from the month of the first cost on.
/// </summary>
/// <param name="State">Whether what was spent has come back, as it is at the end.</param>
/// <param name="Total">Which of the four totals was counted as value: ADJUSTED unless another was asked for.</param>
/// <param name="FirstCostMonth">The first day of the month in which the first cost fell; null: there is none.</param>
/// <param name="FirstCrossingMonths">
/// Months from there until cumulative value first reached cumulative cost, linear inside a month, six places; the cost of the first month is an outlay at
/// its beginning. It says nothing of what came after. Null: it never did.
/// </param>
/// <param name="IsPaidBack">Whether cumulative value covers cumulative cost at the end. Null: nothing was spent.</param>
/// <param name="Balance">Cumulative value less cumulative cost at the end, from the month of the first cost on. Null: nothing was spent.</param>
/// <param name="HorizonMonths">The months from the first cost to the end of the period, or to today when that is earlier.</param>
/// <param name="RampUpMonths">How many of them have to pass before a missing payback says something.</param>
/// <param name="Points">Value and cost added up, month by month of the period until today.</param>
internal sealed record ClientPayback(
    PaybackState State,
    RoiTotal Total,
    DateOnly? FirstCostMonth,
    decimal? FirstCrossingMonths,
    bool? IsPaidBack,
    Money? Balance,
    int HorizonMonths,
    int RampUpMonths,
    [property: ListSize(AssumedSize = 24)] IReadOnlyList<PaybackPoint> Points
) : ICountsEntries
{
    [GraphQLIgnore]
    public required EntryFilter Counted { get; init; }

    public static ClientPayback Of(
        FigureScope scope,
        IReadOnlyList<(DateRange Month, FourTotals Totals)> months,
        RoiTotal total,
        int rampUpMonths
    )
    {
        var values = months.Select(month => (month.Month, Value: total.Of(month.Totals).Value, month.Totals.Cost)).ToList();
        var points = new List<PaybackPoint>();
        var (value, cost) = (0m, 0m);
        foreach (var month in values)
        {
            (value, cost) = (value + month.Value, cost + month.Cost);
            points.Add(new(new Period(month.Month.From, month.Month.To), scope.Shown(value), scope.Shown(cost)));
        }
        var spent = values.SkipWhile(month => month.Cost <= 0).ToList();
        if (spent.Count == 0)
            return new(PaybackState.NoCost, total, null, null, null, null, HorizonMonths: 0, RampUpMonths: rampUpMonths, points)
            {
                Counted = scope.Counted(total),
            };

        // Value that came before the first cost is not what the cost brought.
        var outlay = spent[0].Cost;
        var net = spent.Select((month, i) => i == 0 ? month.Value : month.Value - month.Cost).ToList();
        var (crossing, balance) = (Payback.Periods(outlay, net), Payback.Balance(outlay, net));
        return new(
            StateOf(crossing is not null, balance, spent.Count >= rampUpMonths),
            total,
            IntervalBuckets.StartOf(spent[0].Month.From, TimeInterval.Month),
            crossing is { } periods ? decimal.Round(periods, 6, MidpointRounding.AwayFromZero) : null,
            balance >= 0m,
            scope.Shown(balance),
            HorizonMonths: spent.Count,
            RampUpMonths: rampUpMonths,
            points
        )
        {
            Counted = scope.Counted(total),
        };
    }

    private static PaybackState StateOf(bool hasCrossed, decimal balance, bool hadTime) =>
        balance >= 0m ? PaybackState.PaidBack
        : hasCrossed ? PaybackState.NoLongerPaidBack
        : hadTime ? PaybackState.NotPaidBack
        : PaybackState.InsufficientHistory;
}

[ObjectType<ReturnOnInvestment>]
internal static partial class PaybackOfRoi
{
    /// <summary>When cumulative value first reached cumulative cost, and whether it still covers it, month by month of the period until today.</summary>
    /// <param name="total">Which of the four totals counts as value; the one whose return it is to be compared with.</param>
    /// <param name="rampUpMonths">How many months have to pass before a missing payback says something, from 0 to 60.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<ClientPayback>> GetPaybackAsync(
        [Parent] List<ReturnOnInvestment> returns,
        OperationDatabase database,
        TimeProvider time,
        RoiTotal total = RoiTotal.Adjusted,
        int rampUpMonths = 3,
        CancellationToken cancellationToken = default
    )
    {
        if (rampUpMonths is < 0 or > 60)
            throw BadInput.Of("rampUpMonths lies between 0 and 60.");
        var parts = await RoiSums.OverTimeAsync(returns, TimeInterval.Month, database, cancellationToken);
        var today = await database.RunAsync(
            (session, token) =>
                ClientDays.TodayAsync(session, returns.SelectMany(whole => whole.Scope.Sums.ClientIds), time.GetUtcNow(), token),
            cancellationToken
        );
        return
        [
            .. returns.Select(
                (whole, i) =>
                {
                    var byMonth = parts[i].ToLookup(sum => sum.BucketStart);
                    var now = whole.Scope.Sums.ClientIds.Select(client => today[client]).FirstOrDefault(DateRange.NoEnd);
                    var months = IntervalBuckets
                        .Of(whole.Scope.Sums.Period, TimeInterval.Month)
                        .Where(month => month.From <= now)
                        .Select(month => (month, FourTotals.Of(byMonth[month.From].Select(whole.Scope.Of))))
                        .ToList();
                    return ClientPayback.Of(whole.Scope, months, total, rampUpMonths);
                }
            ),
        ];
    }
}
