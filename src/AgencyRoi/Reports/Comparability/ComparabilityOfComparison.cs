using AgencyRoi.Platform.Database;
using AgencyRoi.Returns.Comparison;

namespace AgencyRoi.Reports.Comparability;

[ObjectType<ClientComparison>]
internal static partial class ComparabilityOfComparison
{
    /// <summary>
    /// Whether these figures can be set side by side: definitions, basis, currency, completeness, period and evidence. What cannot be is marked, with the
    /// reason. At most six statements, however many clients.
    /// </summary>
    public static Task<ComparabilityReport> GetComparabilityAsync(
        [Parent] ClientComparison comparison,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            async (session, token) =>
            {
                var facts = await ComparabilityFacts.LoadAsync(session, comparison, time.GetUtcNow(), token);
                return facts.ToReport();
            },
            cancellationToken
        );
}
