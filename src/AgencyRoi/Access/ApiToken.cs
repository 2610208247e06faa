using AgencyRoi.Database;
using AgencyRoi.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access;

/// <summary>A credential that an agency gave out.</summary>
[TenantOwned]
internal sealed class ApiToken
{
    public Guid TenantId { get; private init; }
    public Guid Id { get; private init; }

    /// <summary>The public part of the token's text.</summary>
    public string TokenId { get; private init; } = "";

    /// <summary>SHA-256 of the secret part, which is not kept.</summary>
    public byte[] SecretHash { get; private init; } = [];

    public AccessRole Role { get; private init; }

    /// <summary>The clients it is limited to; null for all.</summary>
    public Guid[]? ClientIds { get; private init; }

    public string Label { get; private init; } = "";
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>The token that made this one, or the command.</summary>
    public string CreatedBy { get; private init; } = "";

    public DateTimeOffset? ExpiresAt { get; private init; }
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>At most a minute behind.</summary>
    public DateTimeOffset? LastUsedAt { get; private init; }

    public long Version { get; private init; } = 1;

    public ClientScope Clients => ClientIds is null ? ClientScope.All : ClientScope.Only(ClientIds);

    public static ApiToken Issue(Guid tenantId, NewApiToken wanted, TokenText text, string createdBy, DateTimeOffset now) =>
        new()
        {
            TenantId = tenantId,
            Id = Guid.CreateVersion7(now),
            TokenId = text.Id,
            SecretHash = text.Hash(),
            Role = wanted.Role,
            ClientIds = wanted.Clients.Clients?.Order().ToArray(),
            Label = wanted.Label,
            CreatedAt = now,
            CreatedBy = createdBy,
            ExpiresAt = wanted.ExpiresAt,
        };

    /// <summary>Revoking again changes nothing: the first time stays.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    public static void Map(ModelBuilder model) =>
        model.Entity<ApiToken>(token =>
        {
            token.ToTable("api_tokens", "app");
            token.HasTenantKey();
            token.Property(row => row.ClientIds).HasColumnName("client_scope");
            token.Ignore(row => row.Clients);
        });
}
