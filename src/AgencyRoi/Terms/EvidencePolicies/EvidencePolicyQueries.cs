using AgencyRoi.Access;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Terms.EvidencePolicies;

[QueryType]
internal static partial class EvidencePolicyQueries
{
    private static readonly RowList<EvidencePolicy> EvidencePolicies = new(
        static db => db.Set<EvidencePolicy>(),
        sort => sort.AddDescending(policy => policy.EffectiveFrom).AddDescending(policy => policy.Revision)
    );

    /// <summary>
    /// The agency's evidence policies, the latest first unless another order is asked for. Before the first one the factors are 1, 0.75, 0.5, 0.25 and 0.
    /// Closed to tokens that are restricted to clients.
    /// </summary>
    [Authorize(Policies.WholeAgency)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<Page<EvidencePolicy>> GetEvidencePoliciesAsync(
        PagingArguments paging,
        QueryContext<EvidencePolicy> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => EvidencePolicies.PageAsync(database, paging, query, cancellationToken);
}

[ObjectType<EvidencePolicy>]
internal static partial class EvidencePolicyFields
{
    [NodeResolver]
    public static Task<EvidencePolicy?> GetEvidencePolicyAsync(
        Guid id,
        RowById<EvidencePolicy> policies,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfWholeAgency.LoadAsync(id, policies, database, cancellationToken);

    /// <summary>One for each grade, the strongest evidence first.</summary>
    [ListSize(AssumedSize = 5)]
    public static IReadOnlyList<EvidenceFactor> GetFactors([Parent("A B C D E")] EvidencePolicy policy) =>
        [.. Enum.GetValues<EvidenceGrade>().Select(grade => new EvidenceFactor(grade, policy.Factors.Of(grade)))];
}
