using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Clients;

/// <summary>A client's industry, business model and size from a day on, as somebody said. It is never changed: a later one for the same day takes its place.</summary>
[TenantOwned]
[Node]
internal sealed class ClientProfile : DatedRow
{
    private ClientProfile() { }

    private ClientProfile(Client client, DateOnly from, int revision, DateTimeOffset now)
        : base(client.TenantId, from, revision, now) => ClientId = client.Id;

    /// <summary>Its client.</summary>
    [ID<Client>]
    public ClientId ClientId { get; private init; }

    /// <summary>
    /// The first day on which it holds, in the client's time zone; each part of it holds until a later one says something else of that part.
    /// 1900-01-01: from the beginning.
    /// </summary>
    public override DateOnly EffectiveFrom { get; protected init; }

    /// <summary>The line of business. Null: as before.</summary>
    public Industry? Industry { get; private init; }

    /// <summary>To whom it sells. Null: as before.</summary>
    public BusinessModel? BusinessModel { get; private init; }

    /// <summary>How large it is. Null: as before.</summary>
    public ClientSize? Size { get; private init; }

    /// <summary>What is known of a client when it is taken on: it holds from the beginning.</summary>
    public static ClientProfile First(Client client, DateTimeOffset now) =>
        new(client, RecordedDays.First, revision: 1, now)
        {
            Industry = client.Industry,
            BusinessModel = client.BusinessModel,
            Size = client.Size,
        };

    /// <summary>What an update says, from a day on.</summary>
    public static ClientProfile Create(Client client, UpdateClientInput input, DateOnly from, int revision, DateTimeOffset now) =>
        new(client, from, revision, now)
        {
            Industry = input.Industry,
            BusinessModel = input.BusinessModel,
            Size = input.Size,
        };

    public static void Map(ModelBuilder model) =>
        model.Entity<ClientProfile>(profile =>
        {
            profile.ToTable("client_profiles", "app");
            profile.HasTenantKey();
            profile.RefersTo<ClientProfile, Client>(row => row.ClientId);
        });
}
