using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Purposes;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>A new goal of a purpose. It starts as a draft.</summary>
/// <param name="PurposeId">The purpose that it serves; its client is the goal's.</param>
/// <param name="Type">What it is after.</param>
/// <param name="Name">As the agency calls it, at most 200 characters.</param>
/// <param name="Indicator">What is counted, in any of seven languages. Volume metrics such as followers, reach or visits are refused.</param>
/// <param name="Stream">The value stream that its outcomes belong to: DIRECT_SALES and CONVERSIONS only when the purpose's discipline is MARKETING.</param>
/// <param name="EvidenceGrade">How well it is proven that the outcomes are owed to the agency's work.</param>
/// <param name="TargetQuantity">How many units are aimed at, with at most four places.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">The first day after it; without one it has no end yet.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="ChannelId">The channel of outcomes that name none.</param>
/// <param name="CampaignId">The campaign of outcomes that name none.</param>
/// <param name="ExternalReference">Its key in another system; unique for the client.</param>
/// <param name="KeepVolumeIndicator">Keeps a volume metric as the indicator, by a decision that is recorded; outcomes of the goal are then never value.</param>
/// <param name="TargetAmount">How much money is aimed at, in the client's currency, in place of units: value booked under the goal.</param>
/// <param name="LookBackDays">From 1 to 365: how many days back touches count for its conversions; without it as many as the client's attribution policy says.</param>
/// <param name="ContactStage">The step of the contacts' funnel to which its work brings people, REACHED to REGULAR; without one, to none in particular.</param>
internal sealed record CreateGoalInput(
    [property: ID<Purpose>] PurposeId PurposeId,
    GoalType Type,
    string Name,
    string? Indicator = null,
    ValueStream? Stream = null,
    EvidenceGrade EvidenceGrade = EvidenceGrade.D,
    decimal? TargetQuantity = null,
    DateOnly? From = null,
    DateOnly? To = null,
    string? Owner = null,
    [property: ID<Channel>] ChannelId? ChannelId = null,
    [property: ID<Campaign>] CampaignId? CampaignId = null,
    [property: Key] string? ExternalReference = null,
    KeepVolumeIndicatorInput? KeepVolumeIndicator = null,
    decimal? TargetAmount = null,
    int? LookBackDays = null,
    CustomerStage? ContactStage = null
);

[MutationType]
internal static partial class CreateGoal
{
    /// <summary>
    /// Adds a goal as a draft. Give it a value with <c>setGoalValue</c>, then activate it. To repeat it safely, give it an external reference: sent
    /// again, ALREADY_EXISTS says that the first was stored.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    [Error<VanityMetricError>]
    [Error<StreamNotOfDisciplineError>]
    public static Task<FieldResult<Goal>> CreateGoalAsync(
        CreateGoalInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CreateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Goal>> CreateAsync(
        DatabaseSession session,
        CreateGoalInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        GoalChecks.Apply(
            checks,
            name: input.Name,
            indicator: input.Indicator,
            targetQuantity: input.TargetQuantity,
            targetAmount: input.TargetAmount,
            owner: input.Owner,
            externalReference: input.ExternalReference,
            input.KeepVolumeIndicator,
            lookBackDays: input.LookBackDays,
            contactStage: input.ContactStage
        );
        var kept = KeptVolumeIndicator.Of(input.KeepVolumeIndicator, session.Scope.Actor, now);
        checks.Add(GoalIndicators.Refusal(input.Indicator, input.Type, kept));
        checks.Days(input.From, input.To);
        checks.Require(kept is null || input.TargetAmount is null, "targetAmount", GoalTarget.NoMoneyOfVolume);
        if (!checks.Passed)
            return checks.Refuse<Goal>();

        // Until the commit, so that its discipline does not change in between.
        await session.LockAsync("purposes", input.PurposeId, cancellationToken);
        var purpose = await session.Db.Set<Purpose>().SingleOrDefaultAsync(row => row.Id == input.PurposeId, cancellationToken);
        if (purpose is null)
            return NotFoundError.Of("purpose", "purposeId").Refuse<Goal>();
        if (input.Stream is { } stream && !purpose.Discipline.MayUse(stream))
            return new StreamNotOfDisciplineError(purpose.Discipline, stream).Refuse<Goal>();
        var currency = await session
            .Db.Set<Client>()
            .Where(client => client.Id == purpose.ClientId)
            .Select(client => client.Currency)
            .SingleAsync(cancellationToken);
        var goal = Goal.Create(purpose, input, GoalTarget.Of(input.TargetQuantity, input.TargetAmount, currency), kept, now);
        session.Db.Add(goal);
        GoalAims.AddFirst(session, goal, now);
        return await session.SaveAsync(goal, cancellationToken);
    }
}
