namespace AgencyRoi.Tests;

/// <summary>The factors of an evidence policy as its mutation takes them, from the strongest grade to the weakest.</summary>
internal static class GradeFactors
{
    public static object[] Of(params decimal[] factors) =>
        [.. "ABCDE".Zip(factors, object (grade, factor) => new { grade = grade.ToString(), factor })];
}
