using AgencyRoi.Entry.Demo.Generated;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Budgets;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Portfolio.Purposes;
using AgencyRoi.Records.Completeness;
using AgencyRoi.Records.Contacts;
using AgencyRoi.Records.Contacts.Profiles;
using AgencyRoi.Records.Contacts.Segments;
using AgencyRoi.Records.Experiments;
using AgencyRoi.Reports.KeyMetrics;
using AgencyRoi.Reports.Periods;
using AgencyRoi.Terms.AttributionPolicies;
using AgencyRoi.Terms.People;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Entry.Demo;

/// <summary>
/// Carries out a plan by the product's own mutations and intakes, so that the demo's data obeys every rule. All of a client comes in one
/// transaction: it is there whole, or not at all, and a run that was killed is completed by the next.
/// </summary>
internal sealed class ClientLoading
{
    private readonly ClientPlan plan;
    private readonly OperationDatabase database;
    private readonly TimeProvider time;
    private readonly CancellationToken cancellationToken;
    private readonly LoadedParts parts;
    private readonly NetworkCatalogue catalogue = new();
    private readonly Dictionary<PlannedExperiment, Experiment> experiments = new(ReferenceEqualityComparer.Instance);

    private ClientLoading(
        ClientPlan plan,
        IReadOnlyDictionary<string, PersonId> people,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        (this.plan, this.database, this.time, this.cancellationToken, parts) = (
            plan,
            database,
            time,
            cancellationToken,
            new LoadedParts(plan.Client.Currency) { People = people }
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
        var people = await database
            .Current.Db.Set<Person>()
            .Where(person => person.ExternalReference != null)
            .ToDictionaryAsync(person => person.ExternalReference!, person => person.Id, cancellationToken);
        await new ClientLoading(plan, people, database, time, cancellationToken).RunAsync();
        await database.CommitAsync(cancellationToken);
    }

    private async Task RunAsync()
    {
        await database.Current.AllowBulkWorkAsync(cancellationToken);
        await AddAsync(plan.Client);
        foreach (var purpose in plan.Purposes)
            await AddAsync(purpose);
        foreach (var channel in plan.Channels)
            await AddAsync(channel);
        foreach (var campaign in plan.Campaigns)
            await AddAsync(campaign);
        foreach (var purpose in plan.Purposes)
        foreach (var goal in purpose.Goals)
            await AddAsync(parts.Purposes[purpose], goal);
        if (plan.KeyMetrics.Count > 0)
            await ShowFirstAsync(plan.KeyMetrics);
        foreach (var budget in plan.Budgets)
            DemoData.Must(await SetBudget.SetBudgetAsync(budget.In(parts), database, time, cancellationToken));
        foreach (var policy in plan.AttributionPolicies)
            DemoData.Must(await SetAttributionPolicy.SetAttributionPolicyAsync(policy.In(parts), database, time, cancellationToken));
        if (plan.ContactStages.Count > 0)
            await GiveNoticeAsync();
        foreach (var attribute in plan.ProfileAttributes)
            DemoData.Must(await CreateProfileAttribute.CreateProfileAttributeAsync(attribute.In(parts), database, time, cancellationToken));
        foreach (var segment in plan.Segments)
            await AddAsync(segment);
        foreach (var experiment in plan.Experiments)
            experiments[experiment] = await StartAsync(experiment);
        var facts = new FactLoading(plan, parts, database.Current, time.GetUtcNow());
        await facts.RunAsync(cancellationToken);
        foreach (var (experiment, started) in experiments)
            await EndAsync(experiment, started);
        foreach (var none in plan.NoCosts)
            await DeclareAsync(none);
        foreach (var month in plan.PublishedMonths)
            await PublishAsync(month);
        await facts.StoreLateAsync(cancellationToken);
    }

    private async Task ShowFirstAsync(IReadOnlyList<KeyMetricPlan> metrics)
    {
        var input = new SetKeyMetricListInput(parts.ClientId, [.. metrics.Select(metric => metric.In(parts))]);
        DemoData.Must(await SetKeyMetricList.SetKeyMetricListAsync(input, database, time, cancellationToken));
    }

    private async Task AddAsync(PlannedSegment planned)
    {
        var segment = DemoData.Must(
            await CreateAudienceSegment.CreateAudienceSegmentAsync(planned.In(parts), database, time, cancellationToken)
        );
        foreach (var variant in planned.Variants)
            DemoData.Must(
                await MessageVariantMutations.CreateMessageVariantAsync(variant.In(segment.Id, parts), database, time, cancellationToken)
            );
    }

    private async Task<Experiment> StartAsync(PlannedExperiment planned)
    {
        var made = DemoData.Must(await CreateExperiment.CreateExperimentAsync(planned.In(parts), database, time, cancellationToken));
        var input = new StartExperimentInput(made.Id, made.Version, planned.Days.From);
        return DemoData.Must(await ExperimentCourse.StartExperimentAsync(input, database, time, cancellationToken));
    }

    private async Task EndAsync(PlannedExperiment planned, Experiment started)
    {
        var input = new EndExperimentInput(started.Id, started.Version, planned.Days.To);
        DemoData.Must(await ExperimentCourse.EndExperimentAsync(input, database, time, cancellationToken));
    }

    private async Task GiveNoticeAsync()
    {
        var input = new SetProcessingNoticeInput(
            parts.ClientId,
            Language: "en",
            EffectiveFrom: new(2024, 1, 1),
            [ProcessingPurpose.Service, ProcessingPurpose.Marketing, ProcessingPurpose.Profiling],
            Url: "https://example.com/privacy",
            Text: Generator.Note
        );
        DemoData.Must(await SetProcessingNotice.SetProcessingNoticeAsync(input, database, time, cancellationToken));
    }

    private async Task DeclareAsync(NoCostPlan none)
    {
        var input = new RecordNoCostDeclarationInput(parts.ClientId, none.Month, none.Category, none.Note);
        DemoData.Must(await RecordNoCostDeclaration.RecordNoCostDeclarationAsync(input, database, time, cancellationToken));
    }

    private async Task PublishAsync(DateOnly month)
    {
        var close = new CloseClientPeriodInput(parts.ClientId, month);
        DemoData.Must(await CloseClientPeriod.CloseClientPeriodAsync(close, database, time, cancellationToken));
        var publish = new PublishClientPeriodInput(parts.ClientId, month, Edition: 0);
        DemoData.Must(await PublishClientPeriod.PublishClientPeriodAsync(publish, database, time, cancellationToken));
    }

    private async Task AddAsync(CreateClientInput input)
    {
        var client = DemoData.Must(await CreateClient.CreateClientAsync(input, database, time, cancellationToken));
        parts.ClientId = client.Id;
        foreach (var later in plan.Became)
        {
            var change = new UpdateClientInput(
                client.Id,
                client.Version,
                Industry: later.Industry,
                BusinessModel: later.BusinessModel,
                Size: later.Size,
                EffectiveFrom: later.From
            );
            client = DemoData.Must(
                await UpdateClient.UpdateClientAsync(change, database, new ValueRecalculation(), time, cancellationToken)
            );
        }
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
        parts.Channels[channel.Reference] = DemoData
            .Must(await CreateChannel.CreateChannelAsync(input, database, catalogue, time, cancellationToken))
            .Id;
    }

    private async Task AddAsync(CampaignPlan campaign)
    {
        var input = new CreateCampaignInput(
            parts.ClientId,
            campaign.Kind,
            campaign.Name,
            parts.Campaign(campaign.Parent),
            From: campaign.From,
            To: campaign.To,
            ExternalReference: campaign.Reference
        );
        parts.Campaigns[campaign.Reference] = DemoData
            .Must(await CreateCampaign.CreateCampaignAsync(input, database, time, cancellationToken))
            .Id;
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
        parts.Purposes[purpose] = DemoData.Must(await CreatePurpose.CreatePurposeAsync(input, database, time, cancellationToken)).Id;
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
            TargetQuantity: plan.Aim?.Quantity,
            TargetAmount: plan.Aim?.Amount,
            From: plan.Aim?.From,
            To: plan.Aim?.To,
            Owner: plan.Aim?.Owner,
            ChannelId: parts.Channel(plan.Channel),
            CampaignId: parts.Campaign(plan.Campaign),
            ExternalReference: plan.Reference,
            KeepVolumeIndicator: plan.KeepVolumeBecause is { } reason ? new(reason) : null,
            ContactStage: plan.ContactStage
        );
        var goal = DemoData.Must(await CreateGoal.CreateGoalAsync(input, database, time, cancellationToken));
        parts.Goals[plan.Reference] = goal.Id;
        foreach (var value in plan.Values)
            await SetValueAsync(goal, value);
        if (plan.IsActive)
            DemoData.Must(
                await ActivateGoal.ActivateGoalAsync(new ActivateGoalInput(goal.Id, goal.Version), database, time, cancellationToken)
            );
    }

    private async Task SetValueAsync(Goal goal, ValuePlan value)
    {
        var input = new SetGoalValueInput(
            goal.Id,
            value.From ?? DemoPeriod.Days.From,
            value.Amount,
            plan.Client.Currency,
            IsAssumed: true,
            value.Note,
            value.Lead,
            value.SolvedProblem
        );
        DemoData.Must(await SetGoalValue.SetGoalValueAsync(input, database, time, cancellationToken));
    }
}
