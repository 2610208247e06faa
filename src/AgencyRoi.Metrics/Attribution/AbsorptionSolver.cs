namespace AgencyRoi.Metrics.Attribution;

/// <summary>
/// Probabilities of reaching conversion: the solution of x = b + P x, where b is the probability to convert at once and P that of the moves.
/// </summary>
/// <remarks>
/// GMRES (Saad and Schultz 1986), restarted, with one sweep of Gauss-Seidel as right preconditioner. Sweeps alone converge on every absorbing chain, but slowly
/// where journeys go in circles: at a return of 0.9999 a digit takes 20,000 of them. In the order of the rows a sweep is exact but for the moves back,
/// so that what it leaves over has no higher rank than there are states to which a move leads back, and GMRES ends after as many steps and one, at most.
/// Sparse LU would be exact too, but fills up: the states of an order above 1 have no good separators. It stops by the residual b + P x - x itself, newly
/// computed, and not by an estimate of it. The error is at most the residual × the mean number of moves to the end.
/// </remarks>
internal sealed class AbsorptionSolver(TransitionMatrix matrix)
{
    /// <summary>The largest residual of a row at which it stops, in proportion to the largest probability that it has met.</summary>
    public const double Tolerance = 1e-13;

    private const int MostRestarts = 100;
    private readonly KrylovBasis basis = new(matrix.Rows);
    private readonly double[] swept = new double[matrix.Rows];
    private readonly double[] residual = new double[matrix.Rows];
    private double scale = matrix.Conversion.Max();

    /// <summary>Improves x until its residual is small enough. The start is what x holds: the nearer, the quicker.</summary>
    /// <param name="removed">Rows from which conversion is not reached whatever their moves are; they hold 0.</param>
    /// <returns>False where that took too many steps.</returns>
    public bool Solve(double[] x, bool[] removed, CancellationToken cancellation)
    {
        for (var row = 0; row < x.Length; row++)
            if (removed[row])
                x[row] = 0;
        for (var restart = 0; restart < MostRestarts; restart++)
        {
            cancellation.ThrowIfCancellationRequested();
            var largest = Residual(x, removed);
            var limit = Tolerance * scale;
            if (largest <= limit)
                return true;
            basis.Begin(residual);
            while (basis.HasRoom && basis.ResidualNorm > limit / 2)
            {
                Sweep(basis.Newest, removed);
                Multiply(basis.Newest, removed, basis.Candidate);
                basis.Extend();
            }
            basis.Combine(residual);
            Sweep(residual, removed);
            for (var row = 0; row < x.Length; row++)
                x[row] += swept[row];
        }
        return false;
    }

    // Each row from the earlier ones, which are swept already.
    private void Sweep(double[] vector, bool[] removed)
    {
        for (var row = 0; row < swept.Length; row++)
            swept[row] = removed[row] ? 0 : vector[row] + Sum(matrix.Earlier(row), swept);
    }

    // What a sweep of the vector leaves of it: the vector less the moves to later rows.
    private void Multiply(double[] vector, bool[] removed, double[] product)
    {
        for (var row = 0; row < swept.Length; row++)
            product[row] = removed[row] ? 0 : vector[row] - Sum(matrix.Later(row), swept);
    }

    private double Residual(double[] x, bool[] removed)
    {
        var largest = 0.0;
        for (var row = 0; row < x.Length; row++)
        {
            residual[row] = removed[row] ? 0 : matrix.Conversion[row] + Sum(matrix.Earlier(row), x) + Sum(matrix.Later(row), x) - x[row];
            largest = Math.Max(largest, Math.Abs(residual[row]));
            scale = Math.Max(scale, Math.Min(x[row], 1));
        }
        return largest;
    }

    private double Sum(Range places, double[] x)
    {
        var probabilities = matrix.Probabilities.AsSpan(places);
        var columns = matrix.Columns.AsSpan(places);
        var sum = 0.0;
        for (var place = 0; place < columns.Length; place++)
            sum += probabilities[place] * x[columns[place]];
        return sum;
    }
}
