using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Portfolio.Purposes;

/// <summary>A new purpose of a client.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Type">What kind of purpose it is.</param>
/// <param name="WhatFor">What for: the change it is to bring.</param>
/// <param name="Problem">Which problem it solves.</param>
/// <param name="Audience">For whom.</param>
/// <param name="Discipline">
/// The discipline that it belongs to. Without one the type decides: BRAND for BRAND, PR for PRODUCT_FEEDBACK and IDEA_GENERATION, MARKETING for all others.
/// </param>
internal sealed record CreatePurposeInput(
    [property: ID<Client>] ClientId ClientId,
    PurposeType Type,
    string WhatFor,
    string Problem,
    string Audience,
    Discipline? Discipline = null
);

[MutationType]
internal static partial class CreatePurpose
{
    /// <summary>
    /// States why a client is on its channels: what for, which problem, for whom. To repeat it safely, look among the client's `purposes` first: sent
    /// twice it makes two.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    public static Task<FieldResult<Purpose>> CreatePurposeAsync(
        CreatePurposeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CreateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Purpose>> CreateAsync(
        DatabaseSession session,
        CreatePurposeInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        PurposeChecks.Apply(checks, input.WhatFor, input.Problem, input.Audience);
        if (!checks.Passed)
            return checks.Refuse<Purpose>();

        var purpose = Purpose.Create(session.TenantId, input, now);
        session.Db.Add(purpose);
        return await session.SaveAsync(purpose, cancellationToken);
    }
}
