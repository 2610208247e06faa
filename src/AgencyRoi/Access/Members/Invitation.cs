using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access.Members;

/// <summary>
/// A link that was sent to an address. Whoever signs in with that address, verified by the provider, becomes a member by it, once.
/// </summary>
[TenantOwned]
internal sealed class Invitation : VersionedRow
{
    private Invitation() { }

    private Invitation(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, now) { }

    /// <summary>The public part of the link's secret: it finds the agency.</summary>
    [GraphQLIgnore]
    public string InvitationId { get; private init; } = "";

    [GraphQLIgnore]
    public byte[] SecretHash { get; private init; } = [];

    /// <summary>The address as it is compared: small letters, composed.</summary>
    public string Email { get; private init; } = "";

    /// <summary>The name of the person, when whoever invited them gave one.</summary>
    public string? Name { get; private init; }

    /// <summary>The part that the person will have.</summary>
    public AccessRole Role { get; private init; }

    /// <summary>The clients that the person will be restricted to; null for all.</summary>
    [ID("Client")]
    public ClientId[]? ClientIds { get; private init; }

    /// <summary>The groups whose clients the person will be restricted to; null: to no group.</summary>
    [ID("ClientGroup")]
    public ClientGroupId[]? ClientGroupIds { get; private init; }

    /// <summary>The member or token that invited them, or the command.</summary>
    public string CreatedBy { get; private init; } = "";

    /// <summary>From then on the link is refused.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>The member that the person is by it.</summary>
    [ID<Member>]
    public Guid? MemberId { get; private set; }

    /// <summary>When it was taken back; also when another one took its place after it had expired.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>When it was made.</summary>
    public override DateTimeOffset CreatedAt
    {
        get => base.CreatedAt;
        protected init => base.CreatedAt = value;
    }

    /// <summary>When it was made, accepted or taken back.</summary>
    public override DateTimeOffset UpdatedAt
    {
        get => base.UpdatedAt;
        protected set => base.UpdatedAt = value;
    }

    [GraphQLIgnore]
    public ClientGrant Grant => ClientGrant.Of(ClientIds, ClientGroupIds);

    public bool IsPendingAt(DateTimeOffset now) => AcceptedAt is null && RevokedAt is null && ExpiresAt > now;

    public static Invitation Make(AgencyId tenantId, NewInvitation wanted, InvitationText text, string maker, DateTimeOffset now)
    {
        var (clients, groups) = wanted.Grant.ToLists();
        return new(tenantId, now)
        {
            InvitationId = text.Id,
            SecretHash = text.Hash(),
            Email = wanted.Email,
            Name = wanted.Name,
            Role = wanted.Role,
            ClientIds = clients,
            ClientGroupIds = groups,
            CreatedBy = maker,
            ExpiresAt = now + wanted.Life,
        };
    }

    public void Accept(Guid memberId, DateTimeOffset now)
    {
        AcceptedAt = now;
        MemberId = memberId;
        UpdatedAt = now;
    }

    /// <summary>Taking it back again changes nothing: the first time stays.</summary>
    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
            return;
        RevokedAt = now;
        UpdatedAt = now;
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("invitations", "app");
            invitation.HasTenantKey();
            invitation
                .PrimitiveCollection(row => row.ClientIds)
                .HasColumnName("client_scope")
                .ElementType()
                .HasConversion<TypedIdConverter<ClientId>>();
            invitation
                .PrimitiveCollection(row => row.ClientGroupIds)
                .HasColumnName("client_groups")
                .ElementType()
                .HasConversion<TypedIdConverter<ClientGroupId>>();
            invitation.RefersTo<Invitation, Member>(row => row.MemberId);
            invitation.Ignore(row => row.Grant);
        });
}
