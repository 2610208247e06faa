using System.Linq.Expressions;
using System.Reflection;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Platform.Database.Mapping;

/// <summary>
/// The second of the four layers: every query on a tenant's entity compares <c>tenant_id</c> itself. The policies would do
/// without it; the filter gives the planner the value early and lets a sharded database go to one shard.
/// </summary>
internal static class TenantFilter
{
    public const string Name = "tenant";
    public const string Property = "TenantId";

    public static void Apply(ModelBuilder model, AgencyDbContext context)
    {
        foreach (var type in model.Model.GetEntityTypes().Where(type => IsOwned(type.ClrType)).ToList())
            model.Entity(type.ClrType).HasQueryFilter(Name, For(type.ClrType, context));
    }

    public static bool IsOwned(Type type) => type.GetCustomAttribute<TenantOwnedAttribute>() is not null;

    // row => row.TenantId == context.TenantId; EF puts the running context in the place of this one.
    private static LambdaExpression For(Type type, AgencyDbContext context)
    {
        var row = Expression.Parameter(type, "row");
        var ofContext = Expression.Property(Expression.Constant(context), nameof(AgencyDbContext.TenantId));
        return Expression.Lambda(Expression.Equal(Expression.Property(row, Property), ofContext), row);
    }
}
