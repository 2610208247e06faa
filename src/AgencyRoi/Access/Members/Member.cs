using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access.Members;

/// <summary>A person who signs in at the identity provider, in their part in the agency.</summary>
[TenantOwned]
internal sealed class Member : VersionedRow
{
    private Member() { }

    private Member(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, now) { }

    /// <summary>The global id.</summary>
    [Portal]
    [ID]
    public override Guid Id
    {
        get => base.Id;
        protected init => base.Id = value;
    }

    [GraphQLIgnore]
    public string Issuer { get; private init; } = "";

    [GraphQLIgnore]
    public string Subject { get; private init; } = "";

    /// <summary>The address that they were invited by, as the provider had it when they accepted. It decides nothing from then on.</summary>
    [Portal]
    public string Email { get; private init; } = "";

    /// <summary>Their name, when whoever invited them gave one.</summary>
    [Portal]
    public string? Name { get; private init; }

    /// <summary>Their part in the agency.</summary>
    [Portal]
    public AccessRole Role { get; private set; }

    /// <summary>The clients that they are restricted to by name; null for all. Those of their <c>clientGroups</c> come to them.</summary>
    [ID("Client")]
    public ClientId[]? ClientIds { get; private set; }

    /// <summary>The groups whose clients they are restricted to; null: they are restricted to no group.</summary>
    [ID("ClientGroup")]
    public ClientGroupId[]? ClientGroupIds { get; private set; }

    /// <summary>The member or token that invited them, or the command.</summary>
    public string InvitedBy { get; private init; } = "";

    /// <summary>When they last asked for something, at most a minute behind.</summary>
    public DateTimeOffset? LastSeenAt { get; private init; }

    /// <summary>When they were removed.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>When they accepted the invitation.</summary>
    public override DateTimeOffset CreatedAt
    {
        get => base.CreatedAt;
        protected init => base.CreatedAt = value;
    }

    /// <summary>When their role or clients were last changed, or they were removed.</summary>
    public override DateTimeOffset UpdatedAt
    {
        get => base.UpdatedAt;
        protected set => base.UpdatedAt = value;
    }

    [GraphQLIgnore]
    public ClientGrant Grant => ClientGrant.Of(ClientIds, ClientGroupIds);

    /// <summary>Whether they may do everything in all of the agency: one such member has to stay.</summary>
    [GraphQLIgnore]
    public bool IsWholeOwner => Role == AccessRole.Owner && ClientIds is null && RemovedAt is null;

    public static Member Accept(Invitation invitation, Identity identity, string email, DateTimeOffset now) =>
        new(invitation.TenantId, now)
        {
            Issuer = identity.Issuer,
            Subject = identity.Subject,
            Email = email,
            Name = invitation.Name,
            Role = invitation.Role,
            ClientIds = invitation.ClientIds,
            ClientGroupIds = invitation.ClientGroupIds,
            InvitedBy = invitation.CreatedBy,
        };

    public void Change(AccessRole role, ClientGrant grant, DateTimeOffset now)
    {
        Role = role;
        (ClientIds, ClientGroupIds) = grant.ToLists();
        UpdatedAt = now;
    }

    public void Remove(DateTimeOffset now)
    {
        RemovedAt = now;
        UpdatedAt = now;
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<Member>(member =>
        {
            member.ToTable("memberships", "app");
            member.HasTenantKey();
            member
                .PrimitiveCollection(row => row.ClientIds)
                .HasColumnName("client_scope")
                .ElementType()
                .HasConversion<TypedIdConverter<ClientId>>();
            member
                .PrimitiveCollection(row => row.ClientGroupIds)
                .HasColumnName("client_groups")
                .ElementType()
                .HasConversion<TypedIdConverter<ClientGroupId>>();
            member.Ignore(row => row.Grant);
            member.Ignore(row => row.IsWholeOwner);
        });
        // Tokens do not know of members.
        model.Entity<ApiToken>().RefersTo<ApiToken, Member>(token => token.IssuerMemberId);
    }
}
