using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Clients;

/// <summary>A client's industry, business model and size from a day on, as somebody said. It is never changed: a later one for the same day takes its place.</summary>
[TenantOwned]
[Node]
internal sealed class ClientProfile : IIdentified
{
    private ClientProfile() { }

    [GraphQLIgnore]
    public AgencyId TenantId { get; private init; }

    /// <summary>Its client.</summary>
    [ID<Client>]
    public ClientId ClientId { get; private init; }

    /// <summary>The global id.</summary>
    [ID]
    public Guid Id { get; private init; }

    /// <summary>
    /// The first day on which it holds, in the client's time zone; each part of it holds until a later one says something else of that part.
    /// 1900-01-01: from the beginning.
    /// </summary>
    public DateOnly EffectiveFrom { get; private init; }

    /// <summary>Of several for the same day the one with the highest number holds.</summary>
    public int Revision { get; private init; }

    /// <summary>The line of business. Null: as before.</summary>
    public Industry? Industry { get; private init; }

    /// <summary>To whom it sells. Null: as before.</summary>
    public BusinessModel? BusinessModel { get; private init; }

    /// <summary>How large it is. Null: as before.</summary>
    public ClientSize? Size { get; private init; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>What is known of a client when it is taken on: it holds from the beginning.</summary>
    public static ClientProfile First(Client client, DateTimeOffset now) =>
        new()
        {
            TenantId = client.TenantId,
            ClientId = client.Id,
            Id = Guid.CreateVersion7(now),
            EffectiveFrom = RecordedDays.First,
            Revision = 1,
            Industry = client.Industry,
            BusinessModel = client.BusinessModel,
            Size = client.Size,
            CreatedAt = now,
        };

    /// <summary>What an update says, from a day on.</summary>
    public static ClientProfile Create(Client client, UpdateClientInput input, DateOnly from, int revision, DateTimeOffset now) =>
        new()
        {
            TenantId = client.TenantId,
            ClientId = client.Id,
            Id = Guid.CreateVersion7(now),
            EffectiveFrom = from,
            Revision = revision,
            Industry = input.Industry,
            BusinessModel = input.BusinessModel,
            Size = input.Size,
            CreatedAt = now,
        };

    public static void Map(ModelBuilder model) =>
        model.Entity<ClientProfile>(profile =>
        {
            profile.ToTable("client_profiles", "app");
            profile.HasTenantKey();
            profile.RefersTo<ClientProfile, Client>(row => row.ClientId);
        });
}
