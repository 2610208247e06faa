using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AgencyRoi.Platform.Database.Mapping;

/// <summary>
/// An EF filter: a session that is restricted to some clients sees rows of those alone, so that the database's policies are not the only wall. The agency's own
/// filter is <see cref="TenantFilter"/>.
/// </summary>
internal static class ClientFilter
{
    public const string Name = "clients";
    public const string Property = "ClientId";
    private const string ClientsTable = "clients";

    private static readonly MethodInfo Contains = typeof(Enumerable)
        .GetMethods()
        .Single(method => method.Name == nameof(Enumerable.Contains) && method.GetParameters().Length == 2)
        .MakeGenericMethod(typeof(ClientId));

    public static void Apply(ModelBuilder model, AgencyDbContext context)
    {
        foreach (var type in model.Model.GetEntityTypes().ToList())
            if (PropertyOf(type) is { } property)
                model.Entity(type.ClrType).HasQueryFilter(Name, For(type.ClrType, property, context));
    }

    /// <summary>The property that says whose client's a row is; null where rows belong to no client. A client is its own.</summary>
    public static string? PropertyOf(IReadOnlyEntityType type) =>
        type.GetTableName() == ClientsTable ? "Id"
        : type.FindProperty(Property) is not null ? Property
        : null;

    // row => context.ClientIds.Contains(row.ClientId); EF puts the running context in the place of this one.
    private static LambdaExpression For(Type type, string property, AgencyDbContext context)
    {
        var row = Expression.Parameter(type, "row");
        var visible = Expression.Property(Expression.Constant(context), nameof(AgencyDbContext.ClientIds));
        return Expression.Lambda(Expression.Call(Contains, visible, Expression.Property(row, property)), row);
    }
}
