namespace AgencyRoi.Terms.EvidencePolicies;

/// <summary>How much of a value counts in the adjusted total when its evidence has this grade.</summary>
/// <param name="Grade">How well the value is proven.</param>
/// <param name="Factor">A share from 0 to 1.</param>
internal sealed record EvidenceFactor(EvidenceGrade Grade, decimal Factor);
