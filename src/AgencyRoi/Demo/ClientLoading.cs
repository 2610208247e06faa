using AgencyRoi.Campaigns;
using AgencyRoi.Channels;
using AgencyRoi.Clients;
using AgencyRoi.Costs;
using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.GraphQL.Binding.Mutations;
using AgencyRoi.Intake;
using AgencyRoi.Purposes;
using AgencyRoi.Sales;
using AgencyRoi.Tenancy;

namespace AgencyRoi.Demo;

/// <summary>
/// Carries out a plan by the product's own mutations and intakes, so that the demo's data obeys every rule. All of a client comes in one
/// transaction: it is there whole, or not at all, and a run that was killed is completed by the next.
/// </summary>
internal sealed class ClientLoading
{
    private const int Batch = 1000;

    // A batch takes longer than the few seconds that a query may.
    private const string Patience = "set local statement_timeout = '60s'";

    private readonly ClientPlan plan;
    private readonly OperationDatabase database;
    private readonly TimeProvider time;
    private readonly CancellationToken cancellationToken;
    private readonly Dictionary<string, Guid> channels = [];
    private readonly Dictionary<string, Guid> campaigns = [];
    private readonly Dictionary<string, Guid> goals = [];
    private readonly Dictionary<string, Guid> sales = [];
    private Guid clientId;

    private ClientLoading(ClientPlan plan, OperationDatabase database, TimeProvider time, CancellationToken cancellationToken) =>
        (this.plan, this.database, this.time, this.cancellationToken) = (plan, database, time, cancellationToken);

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
        await using (var patience = database.Current.Command(Patience))
            await patience.ExecuteNonQueryAsync(cancellationToken);
        clientId = Must(await CreateClient.CreateClientAsync(plan.Client, database, time, cancellationToken)).Id;
        foreach (var channel in plan.Channels)
            await AddAsync(channel);
        foreach (var campaign in plan.Campaigns)
            await AddAsync(campaign);
        foreach (var purpose in plan.Purposes)
            await AddAsync(purpose);
        await StoreAsync(plan.Costs, Draft, CostIntake.StoreAsync);
        await StoreAsync(plan.Outcomes, Draft, OutcomeIntake.StoreAsync);
        foreach (var sale in await StoreAsync(plan.Sales, Draft, SaleIntake.StoreAsync))
            sales[sale.ExternalReference] = sale.Id;
        foreach (var refund in plan.Refunds)
            await AddAsync(refund);
    }

    private async Task AddAsync(ChannelPlan channel)
    {
        var input = new CreateChannelInput(
            clientId,
            channel.Network,
            channel.Name,
            channel.Ownership,
            channel.Role,
            channel.RunByAgency,
            Lifecycle: channel.Lifecycle,
            ExternalReference: channel.Reference
        );
        channels[channel.Reference] = Must(await CreateChannel.CreateChannelAsync(input, database, time, cancellationToken)).Id;
    }

    private async Task AddAsync(CampaignPlan campaign)
    {
        var input = new CreateCampaignInput(
            clientId,
            campaign.Kind,
            campaign.Name,
            Find(campaigns, campaign.Parent),
            StartsOn: campaign.From,
            EndsOn: campaign.To,
            ExternalReference: campaign.Reference
        );
        campaigns[campaign.Reference] = Must(await CreateCampaign.CreateCampaignAsync(input, database, time, cancellationToken)).Id;
    }

    private async Task AddAsync(PurposePlan purpose)
    {
        var input = new CreatePurposeInput(clientId, purpose.Type, purpose.WhatFor, purpose.Problem, purpose.Audience);
        var purposeId = Must(await CreatePurpose.CreatePurposeAsync(input, database, time, cancellationToken)).Id;
        foreach (var goal in purpose.Goals)
            await AddAsync(purposeId, goal);
    }

    private async Task AddAsync(Guid purposeId, GoalPlan plan)
    {
        var input = new CreateGoalInput(
            purposeId,
            plan.Type,
            plan.Name,
            plan.Indicator,
            plan.Stream,
            plan.Grade,
            ChannelId: Find(channels, plan.Channel),
            CampaignId: Find(campaigns, plan.Campaign),
            ExternalReference: plan.Reference
        );
        var goal = Must(await CreateGoal.CreateGoalAsync(input, database, time, cancellationToken));
        goals[plan.Reference] = goal.Id;
        if (plan.Value is not { } value)
            return;
        await SetValueAsync(goal, plan, DemoPeriod.Days.From, value);
        if (plan.ValueInSecondYear is { } later)
            await SetValueAsync(goal, plan, DemoPeriod.Days.From.AddYears(1), later);
        Must(await ActivateGoal.ActivateGoalAsync(new ActivateGoalInput(goal.Id, goal.Version), database, time, cancellationToken));
    }

    private async Task SetValueAsync(Goal goal, GoalPlan plan, DateOnly from, decimal amount)
    {
        var input = new SetGoalValueInput(goal.Id, from, amount, this.plan.Client.Currency, IsAssumed: true, plan.ValueNote);
        Must(await SetGoalValue.SetGoalValueAsync(input, database, time, cancellationToken));
    }

    private async Task AddAsync(PlannedRefund refund)
    {
        var input = new RecordRefundInput(sales[refund.Sale], refund.OccurredOn, refund.Amount, refund.Reason, $"refund-of-{refund.Sale}");
        Must(await RecordRefund.RecordRefundAsync(input, database, time, cancellationToken));
    }

    private CostDraft Draft(PlannedCost cost) =>
        new(
            clientId,
            cost.Reference,
            cost.Category,
            cost.OccurredOn,
            cost.Amount,
            plan.Client.Currency,
            cost.PaidBy,
            Find(channels, cost.Channel),
            Find(campaigns, cost.Campaign),
            GoalId: null,
            cost.Description,
            cost.IsAssumed
        );

    private OutcomeDraft Draft(PlannedOutcome outcome) =>
        new(
            goals[outcome.Goal],
            outcome.Reference,
            outcome.OccurredOn,
            outcome.Quantity,
            Find(channels, outcome.Channel),
            Find(campaigns, outcome.Campaign),
            Note: null
        );

    private SaleDraft Draft(PlannedSale sale) =>
        new(
            clientId,
            sale.Reference,
            sale.Type,
            sale.OccurredOn,
            sale.Amount,
            sale.Amount is null ? null : plan.Client.Currency,
            Quantity: 1m,
            Find(channels, sale.Channel),
            Find(campaigns, sale.Campaign),
            Find(goals, sale.Goal),
            sale.Contact,
            Description: null
        );

    private async Task<IReadOnlyList<TFact>> StoreAsync<TPlanned, TDraft, TFact>(
        IReadOnlyList<TPlanned> planned,
        Func<TPlanned, TDraft> draft,
        Func<DatabaseSession, IReadOnlyList<TDraft>, DateTimeOffset, CancellationToken, Task<IReadOnlyList<FactResult<TFact>>>> store
    )
        where TFact : class
    {
        var stored = new List<TFact>(planned.Count);
        foreach (var batch in planned.Select(draft).Chunk(Batch))
        {
            var results = await store(database.Current, batch, time.GetUtcNow(), cancellationToken);
            stored.AddRange(results.Select(result => result.Fact ?? throw Refused(result.Error)));
            // What EF has saved it would look through again at every later save.
            database.Current.Db.ChangeTracker.Clear();
        }
        return stored;
    }

    private static Guid? Find(Dictionary<string, Guid> known, string? reference) => reference is null ? null : known[reference];

    private static T Must<T>(FieldResult<T> result) => result.IsError ? throw Refused((IError)result.Errors[0]) : result.Value!; // a value or errors

    private static InvalidOperationException Refused(IError? error) => new($"The demo's data was refused: {error?.Message}");
}
