using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.AttributionPolicies;

/// <summary>How a client's conversions are credited to the touches before them, from a day on.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="EffectiveFrom">The first day of the conversions for which it holds.</param>
/// <param name="Model">The model; one that credits touches one by one, neither MARKOV nor SHAPLEY.</param>
/// <param name="LookBackDays">From 1 to 365: how far back touches count for a conversion whose goal says nothing else.</param>
/// <param name="SearchOwedToSocialShare">The share of revenue credited to search engines that you declare to be owed to the work on social media, 0 to 1: shown and never posted.</param>
/// <param name="SearchOwedToAuthorityShare">The share of it that you declare to be owed to the authority of what is published; both together at most 1.</param>
/// <param name="Note">Why it is set so, at most 2000 characters.</param>
internal sealed record SetAttributionPolicyInput(
    [property: ID<Client>] ClientId ClientId,
    DateOnly EffectiveFrom,
    AttributionModelInput Model,
    int LookBackDays = AttributionPolicy.UsualLookBackDays,
    string? Note = null,
    decimal SearchOwedToSocialShare = 0m,
    decimal SearchOwedToAuthorityShare = 0m
);

[MutationType]
internal static partial class SetAttributionPolicy
{
    /// <summary>
    /// States how the client's conversions are credited from a day on: what the model gives to the last touch that has credit is direct value, what it gives to
    /// touches before it assisted value, and what it gives to channels that the agency does not run is none. Conversions that are recorded from now on, or that a
    /// touch comes in for, take it; entries already posted stay until they are revalued: <c>revalueClient</c> with <c>preview</c> shows what would change. Of
    /// two for the same day the later one holds. To repeat it safely, send it again: nothing counts twice.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<ConflictError>]
    public static Task<FieldResult<AttributionPolicy>> SetAttributionPolicyAsync(
        SetAttributionPolicyInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => SetAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<AttributionPolicy>> SetAsync(
        DatabaseSession session,
        SetAttributionPolicyInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Day(input.EffectiveFrom, "effectiveFrom");
        checks.Text(input.Note, "note", longest: 2000);
        checks.Require(input.LookBackDays is >= 1 and <= 365, "lookBackDays", "Touches count for 1 to 365 days.");
        checks.Require(input.SearchOwedToSocialShare is >= 0m and <= 1m, "searchOwedToSocialShare", "A share lies between 0 and 1.");
        checks.Places(input.SearchOwedToSocialShare, "searchOwedToSocialShare", places: 4);
        checks.Require(input.SearchOwedToAuthorityShare is >= 0m and <= 1m, "searchOwedToAuthorityShare", "A share lies between 0 and 1.");
        checks.Places(input.SearchOwedToAuthorityShare, "searchOwedToAuthorityShare", places: 4);
        checks.Compare(
            input.SearchOwedToSocialShare + input.SearchOwedToAuthorityShare <= 1m,
            "searchOwedToAuthorityShare",
            "searchOwedToSocialShare",
            "Both shares together are at most the whole."
        );
        input.Model.Check(checks.Within("model"));
        checks
            .Within("model")
            .Require(
                input.Model.Type is not (AttributionModelType.Policy or AttributionModelType.Markov or AttributionModelType.Shapley),
                "type",
                "The ledger is posted by a model that credits touches one by one; ask for this one beside it in attribution."
            );
        if (!checks.Passed)
            return checks.Refuse<AttributionPolicy>();

        // Two for the same day get numbers one after the other.
        await session.LockAsync("clients", input.ClientId, cancellationToken);
        if (!await session.Db.Set<Client>().AnyAsync(client => client.Id == input.ClientId, cancellationToken))
            return NotFoundError.Of("client", "clientId").Refuse<AttributionPolicy>();
        var revision = await session
            .Db.Set<AttributionPolicy>()
            .Where(row => row.ClientId == input.ClientId)
            .NextRevisionAsync(input.EffectiveFrom, cancellationToken);
        var policy = AttributionPolicy.Create(session.TenantId, input, revision, now);
        session.Db.Add(policy);
        return await session.SaveAsync(policy, cancellationToken);
    }
}
