using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Text;
using AgencyRoi.Terms.ExchangeRates;
using Microsoft.EntityFrameworkCore;
using ExchangeRate = AgencyRoi.Terms.ExchangeRates.ExchangeRate;

namespace AgencyRoi.Entry.Demo;

/// <summary>Enters what is missing of a demo agency. What is there stays as it is, also where somebody has changed it.</summary>
internal sealed class AgencyLoading(AgencyRegistry registry, AgencyDatabase database, TimeProvider time)
{
    public async Task<TenantInfo> EnsureAgencyAsync(NewAgency wanted, CancellationToken cancellationToken)
    {
        if (await registry.FindAsync(wanted.Slug, cancellationToken) is not { } found)
            return await registry.CreateAsync(wanted, cancellationToken);
        return found.Id == wanted.Id
            ? found
            : throw new SettingException(
                $"The database that ConnectionStrings names has an agency {wanted.Slug} that is not the demo's: name another one, or unset them all for a private server."
            );
    }

    /// <summary>The plans whose clients are not there yet.</summary>
    public async Task<IReadOnlyList<ClientPlan>> MissingAsync(DemoAgency agency, TenantScope scope, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(scope, SessionMode.Read, cancellationToken);
        var there = await session
            .Db.Set<Client>()
            .Where(client => client.ExternalReference != null)
            .Select(client => client.ExternalReference!)
            .ToHashSetAsync(cancellationToken);
        return [.. agency.Clients.Where(plan => !there.Contains(plan.Reference))];
    }

    /// <summary>The first clients' figures need the rates, so these come before.</summary>
    public async Task LoadRatesAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        await using (var session = await database.OpenAsync(scope, SessionMode.Read, cancellationToken))
            if (await session.Db.Set<ExchangeRate>().AnyAsync(cancellationToken))
                return;
        await using var file = SampleFiles.Open("exchange-rates.csv");
        var runner = new ImportRunner(database, time);
        var report = await runner.RunAsync(
            new ExchangeRateImport(),
            await FileText.OpenAsync(file, FileFormat.Standard, cancellationToken),
            scope,
            new ImportMode(),
            progress: null,
            rateLimit: null,
            cancellationToken
        );
        if (report.Refused > 0 || report.Unreadable is not null)
            throw new InvalidOperationException(
                $"The demo's exchange rates were refused: {report.Unreadable?.Message ?? report.Errors[0].Message}"
            );
    }

    public Task LoadAsync(ClientPlan plan, TenantScope scope, CancellationToken cancellationToken) =>
        ClientLoading.RunAsync(plan, database, scope, time, cancellationToken);
}
