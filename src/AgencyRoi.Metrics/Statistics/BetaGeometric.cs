using MathNet.Numerics;

namespace AgencyRoi.Metrics.Statistics;

/// <summary>How often a customer bought and when last, both after the first purchase, in one unit of time.</summary>
/// <param name="Repeats">Purchases after the first.</param>
/// <param name="LastAt">Time of the last one since the first; 0 without repeats.</param>
/// <param name="SeenFor">Time since the first until today.</param>
public readonly record struct PurchaseHistory(double Repeats, double LastAt, double SeenFor);

/// <summary>Customers with the same history.</summary>
public readonly record struct CustomersAlike(PurchaseHistory History, double Customers);

/// <summary>
/// Repeat purchases of customers without a contract, the BG/NBD model (Fader, Hardie, Lee 2005): each buys at a rate of their own, gamma
/// (r, α), and may leave after any purchase with a chance of their own, beta (a, b).
/// </summary>
public sealed record BetaGeometric(double R, double Alpha, double A, double B)
{
    /// <summary>Sum of the logarithms of each history's probability.</summary>
    public double LogLikelihood(IEnumerable<CustomersAlike> customers) =>
        customers.Sum(alike => alike.Customers * LogLikelihood(alike.History));

    /// <summary>Repeat purchases of a new customer up to a time.</summary>
    public double ExpectedOfNew(double time) =>
        (A + B - 1) / (A - 1) * (1 - Math.Pow(Alpha / (Alpha + time), R) * Gauss(R, B, A + B - 1, time / (Alpha + time)));

    /// <summary>Purchases of a customer with a history in a time from today.</summary>
    public double Expected(PurchaseHistory history, double time)
    {
        var (x, seen) = (history.Repeats, Alpha + history.SeenFor);
        var all =
            (A + B + x - 1)
            / (A - 1)
            * (1 - Math.Pow(seen / (seen + time), R + x) * Gauss(R + x, B + x, A + B + x - 1, time / (seen + time)));
        var gone = x > 0 ? A / (B + x - 1) * Math.Pow(seen / (Alpha + history.LastAt), R + x) : 0;
        return all / (1 + gone);
    }

    private double LogLikelihood(PurchaseHistory history)
    {
        var x = history.Repeats;
        var stays = -(R + x) * Math.Log(Alpha + history.SeenFor);
        var left = x > 0 ? Math.Log(A / (B + x - 1)) - (R + x) * Math.Log(Alpha + history.LastAt) : double.NegativeInfinity;
        return SpecialFunctions.GammaLn(R + x)
            - SpecialFunctions.GammaLn(R)
            + R * Math.Log(Alpha)
            + SpecialFunctions.GammaLn(A + B)
            + SpecialFunctions.GammaLn(B + x)
            - SpecialFunctions.GammaLn(B)
            - SpecialFunctions.GammaLn(A + B + x)
            + LogOfSum(stays, left);
    }

    // Powers of customers who buy often are too small for a double; their logarithms are not.
    private static double LogOfSum(double one, double other)
    {
        var larger = Math.Max(one, other);
        return larger + Math.Log(Math.Exp(one - larger) + Math.Exp(other - larger));
    }

    // The hypergeometric series of Gauss; z stays below 1 here, so that it always ends.
    private static double Gauss(double a, double b, double c, double z)
    {
        var (sum, term) = (1.0, 1.0);
        for (var n = 0; Math.Abs(term) > 1e-15 * Math.Abs(sum); n++)
            sum += term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
        return sum;
    }
}
