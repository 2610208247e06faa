using AgencyRoi.Platform.Rows;

namespace AgencyRoi.Portfolio.Clients;

/// <summary>A part of a client's portfolio: a channel, a campaign, a purpose or a goal. The client's own portal shows it too.</summary>
internal abstract class PortfolioRow<TId> : VersionedRow<TId>, IOfClient
    where TId : struct, IGuidKey<TId>
{
    /// <summary>A row as the database gives it.</summary>
    protected PortfolioRow() { }

    /// <summary>A new row.</summary>
    protected PortfolioRow(AgencyId tenantId, ClientId clientId, DateTimeOffset now)
        : base(tenantId, TId.Of(Guid.CreateVersion7(now)), now) => ClientId = clientId;

    /// <summary>Its client.</summary>
    [Portal]
    [ID<Client>]
    public ClientId ClientId { get; protected init; }

    /// <summary>The global id.</summary>
    [Portal]
    [ID]
    public sealed override TId Id
    {
        get => base.Id;
        protected init => base.Id = value;
    }
}
