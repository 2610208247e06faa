using System.Runtime.Intrinsics;

namespace AgencyRoi.Metrics.Attribution;

/// <summary>
/// The directions that GMRES has searched, made orthonormal one by one (Arnoldi, modified Gram-Schmidt), and the least-squares problem over them, kept
/// triangular by Givens rotations so that the norm of the residual is known after each step. Each lane of a vector is a system of its own; one that is
/// solved is closed: its further directions are zero, and it stays as it is while the others go on. Vectors are kept for the next systems.
/// </summary>
internal sealed class KrylovBasis
{
    private readonly int length;
    private readonly List<Vector256<double>[]> vectors = [];
    private readonly Vector256<double>[][] triangle;
    private readonly (Vector256<double> Cosine, Vector256<double> Sine)[] rotations;
    private readonly Vector256<double>[] target;
    private Vector256<double> limit;
    private int count;

    public KrylovBasis(int length)
    {
        this.length = length;
        // Chains of fewer rows are solved without a restart; the vectors of the largest take 100 MB, if they are ever needed.
        var most = Math.Clamp(3_200_000 / length, 64, 256);
        (triangle, rotations, target) = (
            new Vector256<double>[most][],
            new (Vector256<double>, Vector256<double>)[most],
            new Vector256<double>[most + 1]
        );
    }

    /// <summary>A residual is above the limit, and there is room for another direction.</summary>
    public bool IsOpen => count < rotations.Length && Vector256.GreaterThanAny(Vector256.Abs(target[count]), limit);

    public Vector256<double>[] Newest => Vector(count);

    /// <summary>Where the product of the matrix with the newest vector is put before <see cref="Extend"/>.</summary>
    public Vector256<double>[] Candidate => Vector(count + 1);

    public void Begin(Vector256<double>[] residual, Vector256<double> isOpen, Vector256<double> limit)
    {
        (count, this.limit) = (0, limit);
        target[0] = Vector256.Sqrt(Dot(residual, residual)) & isOpen;
        residual.CopyTo(Vector(0), 0);
        Scale(Vector(0), Quotient(Vector256<double>.One, target[0]));
    }

    public void Extend()
    {
        var candidate = Candidate;
        var column = triangle[count] ??= new Vector256<double>[count + 1];
        for (var row = 0; row <= count; row++)
        {
            column[row] = Dot(candidate, vectors[row]);
            Add(-column[row], vectors[row], candidate);
        }
        var rest = Vector256.Sqrt(Dot(candidate, candidate));
        for (var row = 0; row < count; row++)
            (column[row], column[row + 1]) = Rotated(rotations[row], column[row], column[row + 1]);

        var size = Vector256.Sqrt(column[count] * column[count] + rest * rest);
        rotations[count] = (Quotient(column[count], size), Quotient(rest, size));
        column[count] = size;
        (target[count], target[count + 1]) = Rotated(rotations[count], target[count], Vector256<double>.Zero);
        count++;
        Scale(candidate, Quotient(Vector256<double>.One, rest & Vector256.GreaterThan(Vector256.Abs(target[count]), limit)));
    }

    /// <summary>The combination of the vectors that leaves the smallest residual.</summary>
    public void Combine(Vector256<double>[] sum)
    {
        Array.Clear(sum);
        for (var row = count - 1; row >= 0; row--)
        {
            for (var later = row + 1; later < count; later++)
                target[row] -= triangle[later][row] * target[later];
            target[row] = Quotient(target[row], triangle[row][row]);
            Add(target[row], vectors[row], sum);
        }
    }

    private static (Vector256<double>, Vector256<double>) Rotated(
        (Vector256<double> Cosine, Vector256<double> Sine) by,
        Vector256<double> upper,
        Vector256<double> lower
    ) => (by.Cosine * upper + by.Sine * lower, by.Cosine * lower - by.Sine * upper);

    // Zero in the lanes that are closed, where there is nothing to divide by.
    private static Vector256<double> Quotient(Vector256<double> dividend, Vector256<double> divisor) =>
        Vector256.AndNot(dividend / divisor, Vector256.Equals(divisor, Vector256<double>.Zero));

    private Vector256<double>[] Vector(int place)
    {
        while (vectors.Count <= place)
            vectors.Add(new Vector256<double>[length]);
        return vectors[place];
    }

    private static Vector256<double> Dot(Vector256<double>[] left, Vector256<double>[] right)
    {
        var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var place = 1; place < left.Length; place += 2)
        {
            even += left[place - 1] * right[place - 1];
            odd += left[place] * right[place];
        }
        return left.Length % 2 == 0 ? even + odd : even + odd + left[^1] * right[^1];
    }

    private static void Add(Vector256<double> factor, Vector256<double>[] vector, Vector256<double>[] sum)
    {
        for (var place = 0; place < sum.Length; place++)
            sum[place] += factor * vector[place];
    }

    private static void Scale(Vector256<double>[] vector, Vector256<double> factor)
    {
        for (var place = 0; place < vector.Length; place++)
            vector[place] *= factor;
    }
}
