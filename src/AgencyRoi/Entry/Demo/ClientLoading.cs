using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Portfolio.Purposes;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Costs;
using AgencyRoi.Records.Outcomes;
using AgencyRoi.Records.Sales;

namespace AgencyRoi.Entry.Demo;

/// <summary>
/// Carries out a plan by the product's own mutations and intakes, so that the demo's data obeys every rule. All of a client comes in one
/// transaction: it is there whole, or not at all, and a run that was killed is completed by the next.
/// </summary>
internal sealed class ClientLoading
{
    private const int Batch = 1000;

    private readonly ClientPlan plan;
    private readonly OperationDatabase database;
    private readonly TimeProvider time;
    private readonly CancellationToken cancellationToken;
    private readonly LoadedParts parts;
    private readonly NetworkCatalogue catalogue = new();

    private ClientLoading(ClientPlan plan, OperationDatabase database, TimeProvider time, CancellationToken cancellationToken) =>
        (this.plan, this.database, this.time, this.cancellationToken, parts) = (
            plan,
            database,
            time,
            cancellationToken,
            new LoadedParts(plan.Client.Currency)
        );

    public static async Task RunAsync(
        ClientPlan plan,
        AgencyDatabase agencies,
        TenantScope scope,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var tenant = new TenantContextAccessor();
        tenant.Set(scope);
        await using var database = new OperationDatabase(agencies, tenant);
        await database.BeginWriteAsync(cancellationToken);
        await new ClientLoading(plan, database, time, cancellationToken).RunAsync();
        await database.CommitAsync(cancellationToken);
    }

    private async Task RunAsync()
    {
        await database.Current.AllowBulkWorkAsync(cancellationToken);
        parts.ClientId = Must(await CreateClient.CreateClientAsync(plan.Client, database, time, cancellationToken)).Id;
        foreach (var purpose in plan.Purposes)
            await AddAsync(purpose);
        foreach (var channel in plan.Channels)
            await AddAsync(channel);
        foreach (var campaign in plan.Campaigns)
            await AddAsync(campaign);
        foreach (var purpose in plan.Purposes)
        foreach (var goal in purpose.Goals)
            await AddAsync(parts.Purposes[purpose], goal);
        await StoreAsync(plan.Costs, parts.StatementOf, CostRecording.Instance.StoreAsync);
        await StoreAsync(plan.Outcomes, parts.StatementOf, OutcomeRecording.Instance.StoreAsync);
        foreach (var sale in await StoreAsync(plan.Sales, parts.StatementOf, SaleRecording.Instance.StoreAsync))
            parts.Sales[sale.ExternalReference] = sale.Id;
        await StoreAsync(plan.Refunds, parts.StatementOf, RefundRecording.Instance.StoreAsync);
    }

    private async Task AddAsync(ChannelPlan channel)
    {
        var input = new CreateChannelInput(
            parts.ClientId,
            NetworkCode: channel.Network,
            Name: channel.Name,
            channel.Ownership,
            channel.Role,
            channel.RunByAgency,
            Lifecycle: channel.Lifecycle,
            ExternalReference: channel.Reference,
            PurposeIds: [.. plan.PurposesOf(channel).Select(purpose => parts.Purposes[purpose])]
        );
        parts.Channels[channel.Reference] = Must(
            await CreateChannel.CreateChannelAsync(input, database, catalogue, time, cancellationToken)
        ).Id;
    }

    private async Task AddAsync(CampaignPlan campaign)
    {
        var input = new CreateCampaignInput(
            parts.ClientId,
            campaign.Kind,
            campaign.Name,
            LoadedParts.Find(parts.Campaigns, campaign.Parent),
            StartsOn: campaign.From,
            EndsOn: campaign.To?.AddDays(-1),
            ExternalReference: campaign.Reference
        );
        parts.Campaigns[campaign.Reference] = Must(await CreateCampaign.CreateCampaignAsync(input, database, time, cancellationToken)).Id;
    }

    private async Task AddAsync(PurposePlan purpose)
    {
        var input = new CreatePurposeInput(
            parts.ClientId,
            purpose.Type,
            WhatFor: purpose.WhatFor,
            Problem: purpose.Problem,
            Audience: purpose.Audience,
            purpose.Discipline
        );
        parts.Purposes[purpose] = Must(await CreatePurpose.CreatePurposeAsync(input, database, time, cancellationToken)).Id;
    }

    private async Task AddAsync(PurposeId purposeId, GoalPlan plan)
    {
        var input = new CreateGoalInput(
            purposeId,
            plan.Type,
            Name: plan.Name,
            Indicator: plan.Indicator,
            plan.Stream,
            plan.Grade,
            ChannelId: LoadedParts.Find(parts.Channels, plan.Channel),
            CampaignId: LoadedParts.Find(parts.Campaigns, plan.Campaign),
            ExternalReference: plan.Reference
        );
        var goal = Must(await CreateGoal.CreateGoalAsync(input, database, time, cancellationToken));
        parts.Goals[plan.Reference] = goal.Id;
        foreach (var value in plan.Values)
            await SetValueAsync(goal, value);
        if (plan.Values.Count > 0)
            Must(await ActivateGoal.ActivateGoalAsync(new ActivateGoalInput(goal.Id, goal.Version), database, time, cancellationToken));
    }

    private async Task SetValueAsync(Goal goal, ValuePlan value)
    {
        var input = new SetGoalValueInput(
            goal.Id,
            value.From ?? DemoPeriod.Days.From,
            value.Amount,
            plan.Client.Currency,
            IsAssumed: true,
            value.Note
        );
        Must(await SetGoalValue.SetGoalValueAsync(input, database, time, cancellationToken));
    }

    private async Task<IReadOnlyList<TFact>> StoreAsync<TPlanned, TStatement, TFact>(
        IReadOnlyList<TPlanned> planned,
        Func<TPlanned, TStatement> statement,
        FactStore<TStatement, TFact> store
    )
        where TFact : class
    {
        var stored = new List<TFact>(planned.Count);
        foreach (var batch in planned.Select(statement).Chunk(Batch))
        {
            var results = await store(database.Current, batch, time.GetUtcNow(), cancellationToken);
            stored.AddRange(results.Select(result => result.Fact ?? throw Refused(result.Error)));
            // What EF has saved it would look through again at every later save.
            database.Current.Db.ChangeTracker.Clear();
        }
        return stored;
    }

    private static T Must<T>(FieldResult<T> result) => result.IsError ? throw Refused((IUserError)result.Errors[0]) : result.Value!; // a value or errors

    private static InvalidOperationException Refused(IUserError? error) => new($"The demo's data was refused: {error?.Message}");
}
