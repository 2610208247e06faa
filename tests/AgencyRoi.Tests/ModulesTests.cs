using AgencyRoi.Entry.Cli;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Reports.Periods;
using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Records.IndirectValue;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static AgencyRoi.Tests.Bookkeeping;

namespace AgencyRoi.Tests;

/// <summary>The order in which modules are listed decides nothing.</summary>
public sealed class ModulesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly ProductModule[] Reversed = [.. Modules.All.Reverse()];

    [Fact]
    public void Modules_in_reverse_print_the_same_schemas()
    {
        var printed = SchemaCommand.Files(Reversed).Select(file => SchemaPrinter.Print(file.Schema()) + '\n');

        Assert.Equal(SchemaCommand.Files(Modules.All).Select(file => Repository.Read($"schema/{file.File}")), printed);
    }

    [Fact]
    public void Modules_in_reverse_list_the_same_imports() =>
        Assert.Equal(new ImportKinds(Modules.All).All.Select(kind => kind.Name), new ImportKinds(Reversed).All.Select(kind => kind.Name));

    [Fact]
    public void A_service_that_two_modules_register_is_asked_for_as_a_list()
    {
        var twice = Modules
            .All.SelectMany(module => ServicesOf(module).Select(service => service.ServiceType).Distinct())
            .Where(service => service.Namespace!.StartsWith("AgencyRoi", StringComparison.Ordinal) || service == typeof(IHostedService))
            .CountBy(service => service)
            .Where(service => service.Value > 1)
            .Select(service => service.Key.Name);

        Assert.Equal(
            ["ICallerEnd", "IHostedService", "IRevaluation", "LedgerSourceRows", "NoticeChannel"],
            twice.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Modules_in_reverse_value_facts_again_alike_also_those_that_hold_sales()
    {
        var client = await app.ClientAsync(app.Alpha);
        var channel = await app.ChannelAsync(app.Alpha, client);
        await app.RateAsync(app.Alpha, "NOK", "USD", 0.1m, "2025-06-01");
        await app.CostAsync(app.Alpha, NewCost(client, 100m, "2025-06-01", "NOK"));
        await app.StreamFactAsync(app.Alpha, StreamSample.Referral, client, "R-1");
        await app.DoAsync(
            app.Alpha.StaffToken,
            "sales/RecordSale",
            new
            {
                clientId = client,
                type = "SALE",
                occurredOn = "2025-06-01",
                amount = 2000m,
                currency = "NOK",
                quantity = 1m,
                channelId = channel,
                contactReference = "c-2",
            }
        );
        await app.RateAsync(app.Alpha, "NOK", "USD", 0.2m, "2025-06-01");

        var expected = await EntriesAsync(app.Services.GetRequiredService<Revaluations>(), client);
        var entries = await EntriesAsync(RevaluationsOf(Reversed), client);

        Assert.Contains(entries, entry => entry.SourceKind == SourceKind.Referral);
        Assert.Equal(expected, entries);
    }

    private async Task<IReadOnlyList<LedgerEntry>> EntriesAsync(Revaluations revaluations, string client)
    {
        await using var session = await app.Database.ReadAsync(app.Alpha.Tenant);
        var changed = await revaluations.ValueAgainAsync(session, [new(IsolationWorld.KeyOf(client))], DateOnly.MinValue, default);
        return await LedgerWriter.PreviewAsync(session, changed, default);
    }

    private Revaluations RevaluationsOf(IReadOnlyList<ProductModule> modules)
    {
        IServiceCollection services = new ServiceCollection();
        foreach (var service in modules.SelectMany(ServicesOf))
            services.Add(service);
        return services.BuildServiceProvider().GetRequiredService<Revaluations>();
    }

    private ServiceCollection ServicesOf(ProductModule module)
    {
        var services = new ServiceCollection();
        module.AddServices(services, app.Services.GetRequiredService<IConfiguration>());
        return services;
    }
}
