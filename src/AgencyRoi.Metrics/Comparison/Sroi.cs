namespace AgencyRoi.Metrics.Comparison;

/// <summary>
/// How much of a value is the work's own, as social return on investment adjusts it. The factors multiply, each working on what the one
/// before left; calculators that add them take too much off.
/// </summary>
/// <param name="Deadweight">The share that would have happened anyway.</param>
/// <param name="Displacement">The share that was taken from elsewhere.</param>
/// <param name="Attribution">The share that is due to this work and not to others.</param>
/// <param name="Confidence">Of the estimate.</param>
/// <param name="DropOff">The share that is lost each further year.</param>
public sealed record Sroi(decimal Deadweight, decimal Displacement, decimal Attribution, decimal Confidence, decimal DropOff = 0m)
{
    /// <summary>False when a factor is not a share.</summary>
    public bool IsValid => new[] { Deadweight, Displacement, Attribution, Confidence, DropOff }.All(share => share is >= 0m and <= 1m);

    /// <summary>(1 - deadweight) × (1 - displacement) × attribution × confidence, of the first year.</summary>
    public decimal Factor => (1m - Deadweight) * (1m - Displacement) * Attribution * Confidence;

    /// <summary>The factor of a year, 0 being the first.</summary>
    public decimal FactorOfYear(int year) => Enumerable.Range(0, year).Aggregate(Factor, (factor, _) => factor * (1m - DropOff));

    public Estimate Adjust(Estimate value) => value * Factor;
}
