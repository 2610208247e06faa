using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;

namespace AgencyRoi.Terms.EvidencePolicies;

/// <summary>Factors by grade of evidence: shares from 0 to 1 with at most four places, a stronger grade never below a weaker one.</summary>
/// <param name="EffectiveFrom">The first day of the facts for which they hold.</param>
/// <param name="Factors">One for each grade, in any order.</param>
/// <param name="Note">Why they are set so, at most 2000 characters.</param>
internal sealed record SetEvidencePolicyInput(DateOnly EffectiveFrom, IReadOnlyList<EvidenceFactor> Factors, string? Note = null);

[MutationType]
internal static partial class SetEvidencePolicy
{
    private static readonly EvidenceGrade[] Grades = Enum.GetValues<EvidenceGrade>();

    /// <summary>
    /// States how much of assisted and indirect value counts in the adjusted total from a day on. Facts that are recorded from now on take it;
    /// entries already posted stay until they are revalued. Refused to a token that is restricted to clients. Of two for the same day the later one
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

        // Two for the same day get numbers one after the other.
        await session.LockAsync(AgencyLock.TermRevisions, cancellationToken);
        var revision = await session.Db.Set<EvidencePolicy>().NextRevisionAsync(input.EffectiveFrom, cancellationToken);
        var policy = EvidencePolicy.Create(session.TenantId, input, Ordered(input), revision, now);
        session.Db.Add(policy);
        return await session.SaveAsync(policy, cancellationToken);
    }

    private static InputChecks Checked(SetEvidencePolicyInput input)
    {
        var checks = new InputChecks();
        checks.Day(input.EffectiveFrom, "effectiveFrom");
        checks.Text(input.Note, "note", longest: 2000);
        checks.Require(Grades.SequenceEqual(input.Factors.Select(one => one.Grade).Order()), "factors", "Give one factor for each grade.");
        var stronger = 1m;
        foreach (var (index, one) in input.Factors.Index().OrderBy(item => item.Item.Grade))
        {
            var own = checks.Within("factors").Within($"{index}");
            own.Require(one.Factor is >= 0 and <= 1, "factor", "A factor is a share from 0 to 1.");
            own.Require(one.Factor > 1 || one.Factor <= stronger, "factor", "A weaker grade never counts more than a stronger one.");
            own.Places(one.Factor, "factor", places: 4);
            stronger = one.Factor;
        }
        return checks;
    }

    private static EvidenceFactors Ordered(SetEvidencePolicyInput input) =>
        input.Factors.OrderBy(one => one.Grade).Select(one => one.Factor).ToList() is [var a, var b, var c, var d, var e]
            ? new(a, b, c, d, e)
            : throw new InvalidOperationException("Checked to be one for each grade.");
}
