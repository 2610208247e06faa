using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Entry.Cli.Agencies;

/// <summary>Makes an agency with the way in of its first owner, in one transaction.</summary>
internal sealed class AgencyCreation(OpsDatabase ops, IReadOnlyList<ProductModule> modules)
{
    public const string Maker = "agency create";
    private readonly AgencyDatabase database = new(ops.Ops, modules);

    /// <exception cref="SettingException">Another agency has the slug.</exception>
    public async Task RunAsync(AskedAgency asked, FirstOwner owner, CancellationToken cancellationToken)
    {
        var wanted = asked.New;
        var scope = new TenantScope(wanted.Info, ClientScope.All, Maker);
        await using var session = await database.OpenAsync(scope, SessionMode.Write, cancellationToken);
        var now = DatabaseClock.Instance.GetUtcNow();
        if (await AgencyRegistry.FindOrAddAsync(session.Transaction, wanted, now, cancellationToken) is { } there)
        {
            asked.DemandSame(there);
            Console.Error.WriteLine($"The agency {asked.Slug} is there already; nothing was changed. {owner.Another}");
            return;
        }
        var text = await owner.MakeAsync(session, now, cancellationToken);
        await session.CommitAsync(cancellationToken);
        Console.Error.WriteLine(
            $"Made the agency {wanted.Slug}: {wanted.Name}, {wanted.CurrencyCode}, {wanted.TimeZone}. Its {owner.Called} is shown this once:"
        );
        Console.Out.WriteLine(text);
    }
}
