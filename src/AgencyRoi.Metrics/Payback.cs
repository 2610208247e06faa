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
}
