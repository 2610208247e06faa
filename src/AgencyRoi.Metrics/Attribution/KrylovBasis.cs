using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AgencyRoi.Metrics.Attribution;

/// <summary>
/// The directions that GMRES has searched, made orthonormal one by one (Arnoldi, modified Gram-Schmidt), and the least-squares problem over them, kept
/// triangular by Givens rotations so that the norm of the residual is known after each step. Vectors are kept for the next system.
/// </summary>
internal sealed class KrylovBasis(int length)
{
    // A chain of fewer rows is solved without a restart; 128 vectors of 50,000 rows are 50 MB.
    private const int Most = 128;
    private readonly List<double[]> vectors = [];
    private readonly double[][] triangle = new double[Most][];
    private readonly (double Cosine, double Sine)[] rotations = new (double, double)[Most];
    private readonly double[] target = new double[Most + 1];
    private int count;

    public bool HasRoom => count < Most;

    public double ResidualNorm => Math.Abs(target[count]);

    public double[] Newest => Vector(count);

    /// <summary>Where the product of the matrix with the newest vector is put before <see cref="Extend"/>.</summary>
    public double[] Candidate => Vector(count + 1);

    public void Begin(double[] residual)
    {
        count = 0;
        target[0] = Math.Sqrt(Dot(residual, residual));
        residual.CopyTo(Vector(0), 0);
        Scale(Vector(0), 1 / target[0]);
    }

    public void Extend()
    {
        var candidate = Candidate;
        var column = triangle[count] ??= new double[count + 1];
        for (var row = 0; row <= count; row++)
        {
            column[row] = Dot(candidate, vectors[row]);
            Add(-column[row], vectors[row], candidate);
        }
        var rest = Math.Sqrt(Dot(candidate, candidate));
        for (var row = 0; row < count; row++)
            (column[row], column[row + 1]) = Rotated(rotations[row], column[row], column[row + 1]);

        var size = double.Hypot(column[count], rest);
        // All is zero only in a system without a solution, and an absorbing chain has one.
        rotations[count] = size == 0 ? (1, 0) : (column[count] / size, rest / size);
        column[count] = size;
        (target[count], target[count + 1]) = Rotated(rotations[count], target[count], 0);
        if (rest > 0)
            Scale(candidate, 1 / rest);
        count++;
    }

    /// <summary>The combination of the vectors that leaves the smallest residual.</summary>
    public void Combine(double[] sum)
    {
        Array.Clear(sum);
        var weights = target.AsSpan(0, count);
        for (var row = count - 1; row >= 0; row--)
        {
            for (var later = row + 1; later < count; later++)
                weights[row] -= triangle[later][row] * weights[later];
            weights[row] = triangle[row][row] == 0 ? 0 : weights[row] / triangle[row][row];
            Add(weights[row], vectors[row], sum);
        }
    }

    private static (double, double) Rotated((double Cosine, double Sine) by, double upper, double lower) =>
        (by.Cosine * upper + by.Sine * lower, by.Cosine * lower - by.Sine * upper);

    private double[] Vector(int place)
    {
        while (vectors.Count <= place)
            vectors.Add(new double[length]);
        return vectors[place];
    }

    // Always four lanes: the order of adding, and so the last bit, is the same on every machine.
    private static double Dot(double[] left, double[] right)
    {
        var lefts = Lanes(left);
        var rights = Lanes(right);
        var sums = Vector256<double>.Zero;
        for (var place = 0; place < lefts.Length; place++)
            sums += lefts[place] * rights[place];
        var sum = Vector256.Sum(sums);
        for (var place = lefts.Length * Vector256<double>.Count; place < left.Length; place++)
            sum += left[place] * right[place];
        return sum;
    }

    private static void Add(double factor, double[] vector, double[] sum)
    {
        var added = Lanes(vector);
        var sums = Lanes(sum);
        for (var place = 0; place < sums.Length; place++)
            sums[place] += factor * added[place];
        for (var place = sums.Length * Vector256<double>.Count; place < sum.Length; place++)
            sum[place] += factor * vector[place];
    }

    private static void Scale(double[] vector, double factor)
    {
        foreach (ref var number in vector.AsSpan())
            number *= factor;
    }

    private static Span<Vector256<double>> Lanes(double[] numbers) => MemoryMarshal.Cast<double, Vector256<double>>(numbers.AsSpan());
}
