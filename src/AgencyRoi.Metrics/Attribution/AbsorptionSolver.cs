using System.Runtime.Intrinsics;

namespace AgencyRoi.Metrics.Attribution;

/// <summary>
/// Probabilities of reaching conversion: the solution of x = b + P x, where b is the probability to convert at once and P that of the moves. Four
/// systems that differ in what is removed are solved side by side, one in each lane of a vector, so that the matrix is read once for all of them.
/// </summary>
/// <remarks>
/// GMRES (Saad and Schultz 1986), restarted, with one sweep of Gauss-Seidel as right preconditioner. Sweeps alone converge on every absorbing chain, but slowly
/// where journeys go in circles: between two states that return to each other with 0.9999, a digit takes 10,000 of them. In the order of the rows a
/// sweep is exact but for the moves back, so that what it leaves over has no higher rank than there are states to which a move leads back; without a
/// restart GMRES ends after one step more than that. Sparse LU would be exact too, but fills up: the states of an order above 1 have no good
/// separators. It stops by the residual b + P x - x itself, newly computed, and not by an estimate of it. The error is at most the residual × the mean
/// number of moves to the end.
/// </remarks>
internal sealed class AbsorptionSolver(TransitionMatrix matrix)
{
    /// <summary>Systems that are solved at once.</summary>
    public const int Lanes = 4;

    /// <summary>The largest residual of a row at which it stops, in proportion to the largest probability that it has met.</summary>
    public const double Tolerance = 1e-13;

    private const int MostRestarts = 100;
    private readonly KrylovBasis basis = new(matrix.Rows);
    private readonly Vector256<double>[] swept = new Vector256<double>[matrix.Rows];
    private readonly Vector256<double>[] residual = new Vector256<double>[matrix.Rows];
    private double scale = matrix.Conversion.Max();

    /// <summary>Improves x until its residual is small enough in each lane. The start is what x holds: the nearer, the quicker.</summary>
    /// <param name="kept">All bits of a lane, or none where its row is removed: from there conversion is not reached, whatever the moves are.</param>
    /// <returns>False where that took too many steps.</returns>
    public bool Solve(Vector256<double>[] x, Vector256<double>[] kept, CancellationToken cancellation)
    {
        for (var row = 0; row < x.Length; row++)
            x[row] &= kept[row];
        for (var restart = 0; restart < MostRestarts; restart++)
        {
            cancellation.ThrowIfCancellationRequested();
            var largest = Residual(x, kept);
            var limit = Vector256.Create(Tolerance * scale);
            if (Vector256.LessThanOrEqualAll(largest, limit))
                return true;
            basis.Begin(residual, isOpen: Vector256.GreaterThan(largest, limit), limit / 2);
            while (basis.IsOpen)
            {
                Sweep(basis.Newest, kept);
                Multiply(basis.Newest, kept, basis.Candidate);
                basis.Extend();
            }
            basis.Combine(residual);
            Sweep(residual, kept);
            for (var row = 0; row < x.Length; row++)
                x[row] += swept[row];
        }
        return false;
    }

    // Each row from the earlier ones, which are swept already.
    private void Sweep(Vector256<double>[] vector, Vector256<double>[] kept)
    {
        for (var row = 0; row < swept.Length; row++)
            swept[row] = (vector[row] + Sum(matrix.Earlier(row), swept)) & kept[row];
    }

    // The product of the matrix with the swept vector: the vector itself, less the moves to later rows.
    private void Multiply(Vector256<double>[] vector, Vector256<double>[] kept, Vector256<double>[] product)
    {
        for (var row = 0; row < swept.Length; row++)
            product[row] = (vector[row] - Sum(matrix.Later(row), swept)) & kept[row];
    }

    private Vector256<double> Residual(Vector256<double>[] x, Vector256<double>[] kept)
    {
        var (largest, probability) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var row = 0; row < x.Length; row++)
        {
            var moved = Sum(matrix.Earlier(row), x) + Sum(matrix.Later(row), x);
            residual[row] = (Vector256.Create(matrix.Conversion[row]) + moved - x[row]) & kept[row];
            largest = Vector256.Max(largest, Vector256.Abs(residual[row]));
            probability = Vector256.Max(probability, x[row]);
        }
        for (var lane = 0; lane < Lanes; lane++)
            scale = Math.Max(scale, Math.Min(probability[lane], 1));
        return largest;
    }

    private Vector256<double> Sum(Range places, Vector256<double>[] x)
    {
        var probabilities = matrix.Probabilities.AsSpan(places);
        var columns = matrix.Columns.AsSpan(places);
        var sum = Vector256<double>.Zero;
        for (var place = 0; place < columns.Length; place++)
            sum += probabilities[place] * x[columns[place]];
        return sum;
    }
}
