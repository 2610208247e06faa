namespace AgencyRoi.Benchmarks.Regression;

/// <summary>One figure of an operation beside the accepted one.</summary>
/// <param name="Accepted">Null: the operation is new.</param>
/// <param name="Tolerance">The part of the accepted figure by which it may grow.</param>
internal sealed record CostComparison(string Operation, string Figure, long? Accepted, long Found, double Tolerance)
{
    // Rows lie elsewhere in each run, and the framework allocates a little when it likes.
    private const double OfPages = 0.1;
    private const double OfBytes = 0.05;

    public bool IsWorse => Accepted is not { } accepted || Found > accepted * (1 + Tolerance);

    public static IEnumerable<CostComparison> Of(string operation, OperationCost? accepted, OperationCost found) =>
        [
            new(operation, "statements", accepted?.Statements, found.Statements, Tolerance: 0),
            new(operation, "pages", accepted?.Pages, found.Pages, OfPages),
            new(operation, "bytes", accepted?.Bytes, found.Bytes, OfBytes),
        ];

    public override string ToString() =>
        FormattableString.Invariant(
            $"{Operation, -24} {Figure, -12} {Accepted, 12} {Found, 12} {(Accepted > 0 ? (double)Found / Accepted - 1 : 0), 9:+0.0%;-0.0%;0%} {Tolerance, 9:0%} {(IsWorse ? "  worse" : "")}"
        );
}
