using AgencyRoi.Access.Permissions;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access.Tokens;

/// <summary>A credential that the agency gave out. Its text was shown once and is not kept.</summary>
[TenantOwned]
internal sealed class ApiToken : IIdentified
{
    [GraphQLIgnore]
    public AgencyId TenantId { get; private init; }

    /// <summary>The global id.</summary>
    [ID]
    public Guid Id { get; private init; }

    /// <summary>The public part of the token's text, to tell tokens apart: the letters between the first two underscores.</summary>
    public string TokenId { get; private init; } = "";

    /// <summary>SHA-256 of the secret part, which is not kept.</summary>
    [GraphQLIgnore]
    public byte[] SecretHash { get; private init; } = [];

    /// <summary>The use.</summary>
    public AccessRole Role { get; private init; }

    /// <summary>The clients that it names and is restricted to; null for all. Those of its <c>clientGroups</c> come to them.</summary>
    [ID("Client")]
    public ClientId[]? ClientIds { get; private init; }

    /// <summary>The groups whose clients it is restricted to; null: it is restricted to no group.</summary>
    [ID("ClientGroup")]
    public ClientGroupId[]? ClientGroupIds { get; private init; }

    /// <summary>The permissions it is limited to, out of those of its role; null: to none of them.</summary>
    public Permission[]? Scopes { get; private init; }

    /// <summary>The holder: who or what it was given to.</summary>
    public string Label { get; private init; } = "";

    /// <summary>When it was given out.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>The token or member that made this one, or the command.</summary>
    public string CreatedBy { get; private init; } = "";

    /// <summary>
    /// The token that made this one; null when a member or a command did. Of a token that renewed itself, the one that made its predecessor. It may be given to
    /// `revokeApiToken` together with all that it made. Null also for whoever may not take it back.
    /// </summary>
    [ID<ApiToken>]
    public Guid? IssuerId { get; private init; }

    /// <summary>The member who gave it out; null when a token or a command did.</summary>
    [ID("Member")]
    public Guid? IssuerMemberId { get; private init; }

    /// <summary>The token in whose place it came.</summary>
    [ID<ApiToken>]
    public Guid? PredecessorId { get; private init; }

    /// <summary>From then on it is refused; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>When it was first given a successor, because of which it expires earlier than it would have.</summary>
    public DateTimeOffset? RotatedAt { get; private set; }

    /// <summary>When it was to expire before it was rotated; null: never, or it was not rotated.</summary>
    [GraphQLIgnore]
    public DateTimeOffset? PlannedEnd { get; private set; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>When it was last used, at most a minute behind.</summary>
    public DateTimeOffset? LastUsedAt { get; private init; }

    /// <summary>
    /// Since when nobody has used it: since its last use, or since it was given out when there was none. At most a minute behind. To find tokens
    /// that nobody needs, filter by it and by `revokedAt`.
    /// </summary>
    public DateTimeOffset IdleSince { get; private init; }

    /// <summary>Whether it runs nothing but the documents that come with the service, named by their ids; it imports no files.</summary>
    public bool TrustedDocumentsOnly { get; private init; }

    [GraphQLIgnore]
    public long Version { get; private init; } = 1;

    [GraphQLIgnore]
    public ClientGrant Grant => ClientGrant.Of(ClientIds, ClientGroupIds);

    [GraphQLIgnore]
    public PermissionSet Permissions => ApiTokens.PermissionsOf(Role, Scopes);

    /// <summary>When it was to expire as it was made, whatever became of it; null: never.</summary>
    [GraphQLIgnore]
    public DateTimeOffset? OwnEnd => RotatedAt is null ? ExpiresAt : PlannedEnd;

    public static ApiToken Issue(AgencyId tenantId, NewApiToken wanted, TokenText text, TokenIssuer issuer, DateTimeOffset now)
    {
        var (clients, groups) = wanted.Grant.ToLists();
        return new()
        {
            TenantId = tenantId,
            Id = Guid.CreateVersion7(now),
            TokenId = text.Id,
            SecretHash = text.Hash(),
            Role = wanted.Role,
            ClientIds = clients,
            ClientGroupIds = groups,
            Scopes = wanted.Scopes?.ToList().ToArray(),
            Label = wanted.Label,
            CreatedAt = now,
            CreatedBy = issuer.Name,
            IssuerId = issuer.TokenId,
            PredecessorId = wanted.PredecessorId,
            IssuerMemberId = issuer.MemberId,
            ExpiresAt = wanted.ExpiresAt,
            TrustedDocumentsOnly = wanted.TrustedDocumentsOnly,
        };
    }

    /// <summary>Revoking again changes nothing: the first time stays.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    public bool IsActive(DateTimeOffset now) => RevokedAt is null && !(ExpiresAt <= now);

    /// <summary>Gives way to a successor: it ends after the overlap, and never later than it would have.</summary>
    public void GiveWay(DateTimeOffset now, TimeSpan overlap)
    {
        PlannedEnd = OwnEnd;
        RotatedAt ??= now;
        if (!(ExpiresAt <= now + overlap))
            ExpiresAt = now + overlap;
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<ApiToken>(token =>
        {
            token.ToTable("api_tokens", "app");
            token.HasTenantKey();
            token
                .PrimitiveCollection(row => row.ClientIds)
                .HasColumnName("client_scope")
                .ElementType()
                .HasConversion<TypedIdConverter<ClientId>>();
            token
                .PrimitiveCollection(row => row.ClientGroupIds)
                .HasColumnName("client_groups")
                .ElementType()
                .HasConversion<TypedIdConverter<ClientGroupId>>();
            token.PrimitiveCollection(row => row.Scopes).ElementType().HasConversion<EnumText<Permission>>();
            token.Property(row => row.IdleSince).HasComputedColumnSql("coalesce(last_used_at, created_at)", stored: true);
            token.RefersTo<ApiToken, ApiToken>(row => row.IssuerId);
            token.RefersTo<ApiToken, ApiToken>(row => row.PredecessorId);
            token.Ignore(row => row.OwnEnd);
            token.Ignore(row => row.Grant);
            token.Ignore(row => row.Permissions);
        });
}
