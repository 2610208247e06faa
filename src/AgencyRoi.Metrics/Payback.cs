namespace AgencyRoi.Metrics;

/// <summary>The first time when cumulative value reaches the outlay.</summary>
public static class Payback
{
    /// <summary>In periods, linear inside one: an outlay of 1,000 and then 300, 400, 500 is paid back after 2.6.</summary>
    /// <returns>Zero when there was no outlay; null when it is not paid back within the values given.</returns>
    public static decimal? Periods(decimal outlay, IEnumerable<decimal> netValues)
    {
        if (outlay <= 0m)
            return 0m;

        var left = outlay;
        var whole = 0;
        foreach (var value in netValues)
        {
            if (value >= left)
                return whole + left / value;
            left -= value;
            whole++;
        }
        return null;
    }

    /// <summary>
    /// What is left at the end when the outlay is taken off all values: below zero, it is not paid back, even if it was once, before values below zero came.
    /// </summary>
    public static decimal Balance(decimal outlay, IEnumerable<decimal> netValues) => netValues.Sum() - outlay;

    /// <summary>With an even value: cost / (yearly value / 12). Null when nothing comes back.</summary>
    public static decimal? Months(decimal cost, decimal yearlyValue) =>
        cost <= 0m ? 0m
        : yearlyValue <= 0m ? null
        : cost * 12m / yearlyValue;
}
