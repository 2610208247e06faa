using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.ClientGroups;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.SharedCosts;
using AgencyRoi.Records.Subscriptions;
using AgencyRoi.Records.TimeEntries;
using AgencyRoi.Terms.EvidencePolicies;
using AgencyRoi.Terms.KpiDefinitions;
using AgencyRoi.Terms.People;
using AgencyRoi.Terms.ReportingDelays;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Entry.Demo;

/// <summary>Enters an agency's terms, by the product's own mutations: people and rules before the clients, after them what is divided among these, and their groups.</summary>
internal sealed class TermsLoading(AgencyTerms terms, AgencyDatabase agencies, TenantScope scope, TimeProvider time)
{
    public Task EnsureRulesAsync(CancellationToken cancellationToken) =>
        terms.People.Count == 0 ? Task.CompletedTask : WriteAsync<Person>(EnterRulesAsync, cancellationToken);

    public Task EnsureAllocationsAsync(CancellationToken cancellationToken) =>
        terms.Allocations.Count == 0 ? Task.CompletedTask : WriteAsync<CostAllocation>(AllocateAsync, cancellationToken);

    public Task EnsureClientGroupsAsync(CancellationToken cancellationToken) =>
        terms.ClientGroups.Count == 0 ? Task.CompletedTask : WriteAsync<ClientGroup>(GroupClientsAsync, cancellationToken);

    /// <summary>All in one transaction, unless there is such a thing already.</summary>
    private async Task WriteAsync<TEntered>(Func<OperationDatabase, CancellationToken, Task> enter, CancellationToken cancellationToken)
        where TEntered : class
    {
        var tenant = new TenantContextAccessor();
        tenant.Set(scope);
        await using var database = new OperationDatabase(agencies, tenant);
        await database.BeginWriteAsync(cancellationToken);
        await database.Current.AllowBulkWorkAsync(cancellationToken);
        if (await database.Current.Db.Set<TEntered>().AnyAsync(cancellationToken))
            return;
        await enter(database, cancellationToken);
        await database.CommitAsync(cancellationToken);
    }

    private async Task EnterRulesAsync(OperationDatabase database, CancellationToken cancellationToken)
    {
        foreach (var person in terms.People)
            DemoData.Must(await CreatePerson.CreatePersonAsync(person, database, time, cancellationToken));
        foreach (var rate in terms.HourlyRates)
            DemoData.Must(await CreateHourlyRate.CreateHourlyRateAsync(rate, database, time, cancellationToken));
        foreach (var definition in terms.KpiDefinitions)
            DemoData.Must(await SetKpiDefinition.SetKpiDefinitionAsync(definition, database, time, cancellationToken));
        foreach (var delay in terms.ReportingDelays)
            DemoData.Must(await SetReportingDelay.SetReportingDelayAsync(delay, database, time, cancellationToken));
        foreach (var policy in terms.EvidencePolicies)
            DemoData.Must(await SetEvidencePolicy.SetEvidencePolicyAsync(policy, database, time, cancellationToken));
        var house = new LoadedParts(scope.Tenant.CurrencyCode)
        {
            ClientId = await HouseClient.EnsureAsync(database.Current, time.GetUtcNow(), cancellationToken),
        };
        foreach (var subscription in terms.Subscriptions)
        {
            var input = new RecordToolSubscriptionInput { Statement = subscription.In(house), ExternalReference = subscription.Reference };
            DemoData.Must(await SubscriptionMutations.RecordToolSubscriptionAsync(input, database, time, cancellationToken));
        }
    }

    private async Task AllocateAsync(OperationDatabase database, CancellationToken cancellationToken)
    {
        foreach (var allocation in terms.Allocations)
            DemoData.Must(await RecordCostAllocation.RecordCostAllocationAsync(allocation, database, time, cancellationToken));
    }

    private async Task GroupClientsAsync(OperationDatabase database, CancellationToken cancellationToken)
    {
        foreach (var plan in terms.ClientGroups)
        {
            var clients = await database
                .Current.Db.Set<Client>()
                .Where(client => plan.Clients.Contains(client.ExternalReference))
                .Select(client => client.Id)
                .ToListAsync(cancellationToken);
            var input = new CreateClientGroupInput(Name: plan.Name, ExternalReference: plan.Reference, clients);
            DemoData.Must(await CreateClientGroup.CreateClientGroupAsync(input, database, time, cancellationToken));
        }
    }
}
