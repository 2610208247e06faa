using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Purposes;

/// <summary>Changes to a purpose. What is not given stays as it is.</summary>
/// <param name="Id">The purpose.</param>
/// <param name="Version">The purpose's version as you read it.</param>
/// <param name="Type">What kind of purpose it is.</param>
/// <param name="WhatFor">What for: the change it is to bring.</param>
/// <param name="Problem">Which problem it solves.</param>
/// <param name="Audience">For whom.</param>
internal sealed record UpdatePurposeInput(
    [property: ID<Purpose>] PurposeId Id,
    long Version,
    PurposeType? Type = null,
    string? WhatFor = null,
    string? Problem = null,
    string? Audience = null
);

[MutationType]
internal static partial class UpdatePurpose
{
    /// <summary>Restates a purpose. Its goals stay.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    public static Task<FieldResult<Purpose>> UpdatePurposeAsync(
        UpdatePurposeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => UpdateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Purpose>> UpdateAsync(
        DatabaseSession session,
        UpdatePurposeInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        PurposeChecks.Apply(checks, input.WhatFor, input.Problem, input.Audience);
        if (!checks.Passed)
            return checks.Refuse<Purpose>();

        var found = await session.FindAsync<Purpose, PurposeId>("purpose", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var purpose))
            return problem.Refuse<Purpose>();
        purpose.Change(input, now);
        return await session.SaveAsync(purpose, cancellationToken);
    }
}
