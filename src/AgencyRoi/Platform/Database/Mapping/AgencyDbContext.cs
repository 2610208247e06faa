using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgencyRoi.Platform.Database.Mapping;

/// <summary>The entities of all modules, seen by one agency in one transaction. Never pooled, never without a session.</summary>
internal sealed class AgencyDbContext : DbContext
{
    // Made once: the connection is each session's own and is given to the context, not to its options.
    private static readonly DbContextOptions<AgencyDbContext> ForReading = Options(QueryTrackingBehavior.NoTracking);
    private static readonly DbContextOptions<AgencyDbContext> ForWriting = Options(QueryTrackingBehavior.TrackAll);

    private static readonly Type[] TypedIds =
    [
        .. typeof(AgencyDbContext).Assembly.GetTypes().Where(type => type.IsValueType && type.IsAssignableTo(typeof(IGuidKey))),
    ];

    private readonly MappedModules modules;
    private readonly TenantScope scope;

    private AgencyDbContext(DbContextOptions options, TenantScope scope, MappedModules modules)
        : base(options)
    {
        this.modules = modules;
        this.scope = scope;
        ClientIds = scope.Clients.Clients is { } some ? [.. some] : null;
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
    }

    /// <summary>What the query filters compare with; a member of the instance, so that no cached query keeps another's value.</summary>
    public AgencyId TenantId => scope.Tenant.Id;

    /// <summary>The clients that may be seen, which the filters compare with too; null for all, and there are no such filters then.</summary>
    public ClientId[]? ClientIds { get; }

    public static AgencyDbContext On(DatabaseSession session, MappedModules modules)
    {
        var context = new AgencyDbContext(session.Mode == SessionMode.Read ? ForReading : ForWriting, session.Scope, modules);
        context.Database.SetDbConnection(session.Connection);
        context.Database.UseTransaction(session.Transaction);
        return context;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Prepare();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Prepare();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var id in TypedIds)
        {
            var converter = typeof(TypedIdConverter<>).MakeGenericType(id);
            configurationBuilder.Properties(id).HaveConversion(converter);
            // For an id in a query that is no property: the parents of a list.
            configurationBuilder.DefaultTypeMapping(id).HasConversion(converter);
        }
        configurationBuilder.Conventions.Add(_ => new ColumnConventions());
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modules.Map(modelBuilder);
        TenantFilter.Apply(modelBuilder, this);
        if (ClientIds is not null)
            ClientFilter.Apply(modelBuilder, this);
        TenancyRules.Check(modelBuilder.Model);
    }

    private void Prepare()
    {
        ChangeTracker.DetectChanges();
        TenantChanges.Check(ChangeTracker, scope);
        Versions.Advance(ChangeTracker);
    }

    private static DbContextOptions<AgencyDbContext> Options(QueryTrackingBehavior tracking) =>
        new DbContextOptionsBuilder<AgencyDbContext>()
            .UseNpgsql()
            .UseMemoryCache(QueryCache.Instance.Entries)
            .UseQueryTrackingBehavior(tracking)
            .AddInterceptors(TransactionRequired.Instance)
            // Without one, EF makes a logger factory for every context, which has nowhere to write to either.
            .UseLoggerFactory(NullLoggerFactory.Instance)
            .ReplaceService<IModelCacheKeyFactory, ModelOfModules>()
            .Options;

    // One model for those who see all clients, so that they pay nothing for a filter of theirs, and one for the others.
    private sealed class ModelOfModules : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) =>
            (((AgencyDbContext)context).modules, ((AgencyDbContext)context).ClientIds is null, designTime);
    }
}
