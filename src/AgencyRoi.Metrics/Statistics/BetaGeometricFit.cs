using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace AgencyRoi.Metrics.Statistics;

/// <summary>The BG/NBD model that makes the purchases of some customers the most likely (maximum likelihood, Nelder and Mead's simplex).</summary>
public static class BetaGeometricFit
{
    private const double Tolerance = 1e-12;
    private const int MostSteps = 2_000;

    // Outside, the purchases say no more than "nearly nobody" or "nearly all", and which of them is chance; a small alpha would need endless series too.
    private const double Smallest = 0.001;
    private const double Largest = 1_000;
    private const double SmallestAlpha = 0.05;

    /// <returns>Null where the purchases do not settle the four parameters.</returns>
    public static BetaGeometric? Of(IReadOnlyCollection<CustomersAlike> customers)
    {
        var count = customers.Sum(alike => alike.Customers);
        var spell = customers.Sum(alike => alike.Customers * alike.History.SeenFor) / count;
        if (!(spell > 0))
            return null;

        // Searched by logarithms, since all four are above zero.
        var objective = ObjectiveFunction.Value(logs =>
            Model(logs).LogLikelihood(customers) is var likelihood && double.IsFinite(likelihood) ? -likelihood / count : double.MaxValue
        );
        var start = Vector<double>.Build.Dense([Math.Log(0.5), Math.Log(spell / 4), 0, Math.Log(2)]);
        var steps = Vector<double>.Build.Dense(start.Count, 0.5);
        try
        {
            var model = Model(NelderMeadSimplex.Minimum(objective, start, steps, Tolerance, MostSteps).MinimizingPoint);
            return IsSettled(model) ? model : null;
        }
        catch (MaximumIterationsException)
        {
            // The likelihood has no top within reach: such purchases settle nothing.
            return null;
        }
    }

    private static BetaGeometric Model(Vector<double> logs) =>
        new(Math.Exp(logs[0]), Math.Exp(logs[1]), Math.Exp(logs[2]), Math.Exp(logs[3]));

    private static bool IsSettled(BetaGeometric model) =>
        new[] { model.R, model.A, model.B }.All(each => each is > Smallest and < Largest)
        && model.Alpha is > SmallestAlpha and < Largest
        // The formulas divide by a - 1.
        && Math.Abs(model.A - 1) > 1e-6;
}
