using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.EvidencePolicies;

/// <summary>Factors by grade of evidence: shares from 0 to 1 with at most four places, a stronger grade never below a weaker one.</summary>
/// <param name="EffectiveFrom">The first day of the facts for which they hold.</param>
/// <param name="A">For a randomised holdout or a geographic test.</param>
/// <param name="B">For difference-in-differences, a matched comparison, or orders tracked with a multi-touch model.</param>
/// <param name="C">For engaged against not engaged as they are, a lagged correlation, or the last touch alone.</param>
/// <param name="D">For an expert's estimate, a benchmark, or a replacement cost.</param>
/// <param name="E">For vanity and equivalence.</param>
/// <param name="Note">Why they are set so, at most 2000 characters.</param>
internal sealed record SetEvidencePolicyInput(
    DateOnly EffectiveFrom,
    decimal A,
    decimal B,
    decimal C,
    decimal D,
    decimal E,
    string? Note = null
);

[MutationType]
internal static partial class SetEvidencePolicy
{
    /// <summary>
    /// States how much of assisted and indirect value counts in the adjusted total from a day on. Facts that are recorded from now on take it;
    /// entries already posted stay until they are restated. Refused to a token that is restricted to clients. Of two for the same day the later one
    /// holds. To repeat it safely, send it again: it states the same once more, and nothing counts twice.
    /// </summary>
    [Error<BadInputError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<EvidencePolicy>> SetEvidencePolicyAsync(
        SetEvidencePolicyInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => SetAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<EvidencePolicy>> SetAsync(
        DatabaseSession session,
        SetEvidencePolicyInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (AgencyWide.ErrorFor(session) is { } forbidden)
            return forbidden.Refuse<EvidencePolicy>();
        var checks = Checked(input);
        if (!checks.Passed)
            return checks.Refuse<EvidencePolicy>();

        var last = await session
            .Db.Set<EvidencePolicy>()
            .Where(row => row.EffectiveFrom == input.EffectiveFrom)
            .MaxAsync(row => (int?)row.Revision, cancellationToken);
        var policy = EvidencePolicy.Create(session.TenantId, input, (last ?? 0) + 1, now);
        session.Db.Add(policy);
        return await session.SaveAsync(policy, cancellationToken);
    }

    private static InputChecks Checked(SetEvidencePolicyInput input)
    {
        var checks = new InputChecks();
        checks.Day(input.EffectiveFrom, "effectiveFrom");
        checks.Text(input.Note, "note", longest: 2000);
        (string Field, decimal Factor)[] factors = [("a", input.A), ("b", input.B), ("c", input.C), ("d", input.D), ("e", input.E)];
        var stronger = 1m;
        foreach (var (field, factor) in factors)
        {
            checks.Require(factor is >= 0 and <= 1, field, "A factor is a share from 0 to 1.");
            checks.Require(factor > 1 || factor <= stronger, field, "A weaker grade never counts more than a stronger one.");
            checks.Places(factor, field, places: 4);
            stronger = factor;
        }
        return checks;
    }
}
