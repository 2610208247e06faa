using System.Reflection;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AgencyRoi.Platform.Database.Mapping;

/// <summary>Rules that every mapping keeps; checked when the model is built, so that a breach fails at start and in any test.</summary>
internal static class TenancyRules
{
    /// <exception cref="TenantException">Lists every breach.</exception>
    public static void Check(IMutableModel model)
    {
        var breaches = model.GetEntityTypes().SelectMany(Breaches).ToList();
        if (breaches.Count > 0)
            throw new TenantException(string.Join('\n', breaches));
    }

    private static IEnumerable<string> Breaches(IMutableEntityType type)
    {
        var name = type.ClrType.Name;
        var isOwned = TenantFilter.IsOwned(type.ClrType);
        var isShared = type.ClrType.GetCustomAttribute<NotTenantOwnedAttribute>() is not null;
        if (isOwned == isShared)
            yield return $"{name} carries exactly one of [TenantOwned] and [NotTenantOwned].";
        if (!isOwned)
            yield break;

        if (type.FindProperty(TenantFilter.Property)?.ClrType != typeof(AgencyId))
            yield return $"{name} has a AgencyId TenantId.";
        if (ClientFilter.PropertyOf(type) is { } client && type.FindProperty(client)?.ClrType != typeof(ClientId))
            yield return $"{name} has a ClientId {client}: what may have no client calls it otherwise.";
        foreach (var key in type.GetKeys().Where(key => key.Properties[0].Name != TenantFilter.Property))
            yield return $"{name}: key ({Names(key.Properties)}) begins with TenantId.";
        foreach (var index in type.GetIndexes().Where(index => index.Properties[0].Name != TenantFilter.Property))
            yield return $"{name}: index ({Names(index.Properties)}) begins with TenantId.";
        foreach (var reference in type.GetForeignKeys().Where(reference => TenantFilter.IsOwned(reference.PrincipalEntityType.ClrType)))
            if (reference.Properties[0].Name != TenantFilter.Property || reference.PrincipalKey.Properties[0].Name != TenantFilter.Property)
                yield return $"{name}: the reference ({Names(reference.Properties)}) pairs TenantId with TenantId.";
    }

    private static string Names(IEnumerable<IMutableProperty> properties) =>
        string.Join(", ", properties.Select(property => property.Name));
}
