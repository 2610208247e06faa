using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace AgencyRoi.Platform.Database.Mapping;

/// <summary>
/// Columns are the properties' names in snake case, <c>From</c> and <c>To</c> are <c>from_day</c> and <c>to_day</c>, enums are text, and a <c>long Version</c> is the concurrency token. A mapping
/// that says otherwise wins.
/// </summary>
internal sealed class ColumnConventions : IPropertyAddedConvention, IModelFinalizingConvention
{
    public void ProcessPropertyAdded(IConventionPropertyBuilder propertyBuilder, IConventionContext<IConventionPropertyBuilder> context)
    {
        var type = Nullable.GetUnderlyingType(propertyBuilder.Metadata.ClrType) ?? propertyBuilder.Metadata.ClrType;
        if (type.IsEnum)
            propertyBuilder.HasConverter(typeof(EnumText<>).MakeGenericType(type));
        if (type == typeof(decimal))
            propertyBuilder.HasConverter(typeof(PlainDecimal));
        if (propertyBuilder.Metadata is { Name: Versions.Property } version && version.ClrType == typeof(long))
            propertyBuilder.IsConcurrencyToken(true);
    }

    // Last, since the default name of a complex type's column is known only now.
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var property in modelBuilder.Metadata.GetEntityTypes().SelectMany(WithParts))
            property.Builder.HasColumnName(ColumnOf(property.GetColumnName()));
    }

    // The ends of a span are words of SQL.
    private static string ColumnOf(string name) => name is "From" or "To" ? SnakeCase.Of(name + "Day") : SnakeCase.Of(name);

    private static IEnumerable<IConventionProperty> WithParts(IConventionTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(part => WithParts(part.ComplexType)));
}
