using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AgencyRoi.Platform.Database.Mapping;

/// <summary>A typed id as the uuid that it wraps.</summary>
internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Make(value))
    where TId : struct, IGuidKey<TId>
{
    // An expression cannot hold a call of a static abstract member.
    public static TId Make(Guid value) => TId.Of(value);
}
