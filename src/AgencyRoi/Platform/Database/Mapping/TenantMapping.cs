using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyRoi.Platform.Database.Mapping;

/// <summary>The shapes that tenant tables have in common, for use in an entity's mapping.</summary>
internal static class TenantMapping
{
    /// <summary>Primary key <c>(tenant_id, id)</c>, the id made by the app.</summary>
    public static void HasTenantKey<T>(this EntityTypeBuilder<T> entity)
        where T : class
    {
        entity.HasKey(TenantFilter.Property, "Id");
        entity.Property("Id").ValueGeneratedNever();
    }

    /// <summary>A reference <c>(tenant_id, x_id)</c> without navigation: it orders inserts, and the foreign key guards the rest.</summary>
    public static void RefersTo<T, TOther>(this EntityTypeBuilder<T> entity, Expression<Func<T, object?>> id)
        where T : class
        where TOther : class =>
        entity
            .HasOne<TOther>()
            .WithMany()
            .HasForeignKey(TenantFilter.Property, NameOf(id))
            .HasPrincipalKey(TenantFilter.Property, "Id")
            .OnDelete(DeleteBehavior.Restrict);

    /// <summary>A reference <c>(tenant_id, client_id, x_id)</c> between two tables of one client.</summary>
    public static void RefersWithinClientTo<T, TOther>(this EntityTypeBuilder<T> entity, Expression<Func<T, object?>> id)
        where T : class
        where TOther : class =>
        entity
            .HasOne<TOther>()
            .WithMany()
            .HasForeignKey(TenantFilter.Property, "ClientId", NameOf(id))
            .HasPrincipalKey(TenantFilter.Property, "ClientId", "Id")
            .OnDelete(DeleteBehavior.Restrict);

    private static string NameOf<T>(Expression<Func<T, object?>> property)
    {
        var body = property.Body is UnaryExpression conversion ? conversion.Operand : property.Body;
        return ((MemberExpression)body).Member.Name;
    }
}
