using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Portfolio.Goals;

namespace AgencyRoi.Terms.KpiDefinitions;

/// <summary>How something is measured from a day on. Give a type of goals or an indicator, not both.</summary>
/// <param name="Name">As the agency calls it.</param>
/// <param name="Formula">What is counted, over what, and what is left out.</param>
/// <param name="EffectiveFrom">The first day on which it holds.</param>
/// <param name="Author">Who decided it.</param>
/// <param name="GoalType">The type of goals that it is about.</param>
/// <param name="Indicator">The indicator that it is about, as goals name it; case and spaces do not matter.</param>
internal sealed record SetKpiDefinitionInput(
    string Name,
    string Formula,
    DateOnly EffectiveFrom,
    string Author,
    GoalType? GoalType = null,
    string? Indicator = null
);

[MutationType]
internal static partial class SetKpiDefinition
{
    /// <summary>
    /// States how an indicator or a type of goals is measured from a day on. Earlier definitions stay: a comparison over a day on which the
    /// definition changed names the break. Of two for the same day the later one holds. Agency-wide: not for tokens restricted to clients. To repeat
    /// it safely, send it again: it states the same once more, and nothing counts twice.
    /// </summary>
    [Error<BadInputError>]
    [Error<ConflictError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<KpiDefinition>> SetKpiDefinitionAsync(
        SetKpiDefinitionInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => SetAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<KpiDefinition>> SetAsync(
        DatabaseSession session,
        SetKpiDefinitionInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (AgencyWide.ErrorFor(session) is { } forbidden)
            return forbidden.Refuse<KpiDefinition>();
        var checks = new InputChecks();
        checks.Require(
            input.GoalType is null != input.Indicator is null,
            "indicator",
            "A definition is about either a type of goals or an indicator."
        );
        checks.Text(input.Indicator, "indicator");
        checks.Text(input.Name, "name");
        checks.Text(input.Formula, "formula", longest: 2000);
        checks.Text(input.Author, "author");
        checks.Day(input.EffectiveFrom, "effectiveFrom");
        if (!checks.Passed)
            return checks.Refuse<KpiDefinition>();

        var subject = KpiDefinition.SubjectOf(input.GoalType, input.Indicator);
        // Two for the same day get numbers one after the other.
        await session.LockAsync(AgencyLock.TermRevisions, cancellationToken);
        var revision = await session
            .Db.Set<KpiDefinition>()
            .Where(row => row.Subject == subject)
            .NextRevisionAsync(input.EffectiveFrom, cancellationToken);
        var definition = KpiDefinition.Create(session.TenantId, input, revision, now);
        session.Db.Add(definition);
        return await session.SaveAsync(definition, cancellationToken);
    }
}
