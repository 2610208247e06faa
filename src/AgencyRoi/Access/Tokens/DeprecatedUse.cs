using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access.Tokens;

/// <summary>A deprecated member of this API that a token uses: its holder should change over before the member goes.</summary>
[TenantOwned]
internal sealed class DeprecatedUse
{
    [GraphQLIgnore]
    public AgencyId TenantId { get; private init; }

    [GraphQLIgnore]
    public Guid TokenId { get; private init; }

    /// <summary>The member that is used, as its schema coordinate: <c>Type.field</c>, <c>Type.field(argument:)</c>, <c>Enum.VALUE</c> or <c>Input.field</c>.</summary>
    public string Coordinate { get; private init; } = "";

    /// <summary>How many operations have named it, at most a minute behind.</summary>
    [GraphQLName("useCount")]
    public long Count { get; private init; }

    /// <summary>When an operation last named it, at most a minute behind.</summary>
    public DateTimeOffset LastUsedAt { get; private init; }

    public static void Map(ModelBuilder model) =>
        model.Entity<DeprecatedUse>(use =>
        {
            use.ToTable("deprecated_uses", "app");
            use.HasKey(row => new
            {
                row.TenantId,
                row.TokenId,
                row.Coordinate,
            });
        });
}
