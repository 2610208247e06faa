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
/// <param name="Discipline">The discipline that it belongs to. A new type without one decides it anew, as when a purpose is created.</param>
internal sealed record UpdatePurposeInput(
    [property: ID<Purpose>] PurposeId Id,
    long Version,
    PurposeType? Type = null,
    string? WhatFor = null,
    string? Problem = null,
    string? Audience = null,
    Discipline? Discipline = null
);

[MutationType]
internal static partial class UpdatePurpose
{
    // Goals lie above purposes: only their table is known here.
    private const string StreamsOfGoals = """
        select distinct stream from app.goals
        where tenant_id = $1 and client_id = $2 and purpose_id = $3 and stream is not null
        order by stream
        """;

    /// <summary>Changes a purpose. Its goals stay, so that a discipline whose goals may not use their streams is refused.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<StreamNotOfDisciplineError>]
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

        // Until the commit, so that no goal comes in between with a stream of the old discipline.
        await session.LockAsync("purposes", input.Id, cancellationToken);
        var found = await session.FindAsync<Purpose, PurposeId>("purpose", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var purpose))
            return problem.Refuse<Purpose>();
        purpose.Change(input, now);
        var streams = await StreamsAsync(session, purpose, cancellationToken);
        foreach (var stream in streams)
            if (!purpose.Discipline.MayUse(stream))
                return new StreamNotOfDisciplineError(
                    purpose.Discipline,
                    stream,
                    input.Discipline is null ? "type" : "discipline"
                ).Refuse<Purpose>();
        return await session.SaveAsync(purpose, cancellationToken);
    }

    private static async Task<IReadOnlyList<ValueStream>> StreamsAsync(
        DatabaseSession session,
        Purpose purpose,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(StreamsOfGoals).With(session.TenantId, purpose.ClientId, purpose.Id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var streams = new List<ValueStream>();
        while (await reader.ReadAsync(cancellationToken))
            streams.Add(EnumCode.Parse<ValueStream>(reader.GetString(0)));
        return streams;
    }
}
