using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Clients;

/// <summary>A company that the agency works for, or the agency's own house account.</summary>
[TenantOwned]
[Node]
internal sealed class Client : VersionedRow<ClientId>
{
    private Client() { }

    private Client(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, new(Guid.CreateVersion7(now)), now) { }

    /// <summary>The global id.</summary>
    [Portal]
    [ID]
    public override ClientId Id
    {
        get => base.Id;
        protected init => base.Id = value;
    }

    /// <summary>A client, or the agency's house account for cost not yet allocated.</summary>
    [Portal]
    public ClientKind Kind { get; private init; }

    /// <summary>As the agency calls it.</summary>
    [Portal]
    public string Name { get; private set; } = "";

    /// <summary>The line of business today; <c>profiles</c> has what it was before.</summary>
    [Portal]
    public Industry Industry { get; private set; }

    /// <summary>To whom it sells today; <c>profiles</c> has to whom it sold before.</summary>
    [Portal]
    public BusinessModel BusinessModel { get; private set; }

    /// <summary>How large it is today; <c>profiles</c> has how large it was before.</summary>
    [Portal]
    public ClientSize Size { get; private set; }

    /// <summary>ISO 4217: the currency of its figures. Fixed once the ledger has entries.</summary>
    [Portal]
    public string Currency { get; private set; } = "";

    /// <summary>IANA name: in this zone its days begin and end. Fixed once the ledger has entries.</summary>
    [Portal]
    public string TimeZone { get; private set; } = "";

    /// <summary>The contribution margin of its sales, a share from 0 to 1. Null: direct value is the revenue itself.</summary>
    public decimal? Margin { get; private set; }

    /// <summary>Its key in another system; unique within the agency.</summary>
    public string? ExternalReference { get; private set; }

    /// <summary>Whether its data is real, a published sample, or made up.</summary>
    public DataOrigin DataOrigin { get; private init; }

    /// <summary>Where the data is from, when it was not entered by the agency.</summary>
    public string? DataNote { get; private init; }

    /// <summary>When it was archived; null while the agency works for it.</summary>
    [Portal]
    public DateTimeOffset? ArchivedAt { get; private set; }

    public static Client Create(TenantInfo agency, CreateClientInput input, DateTimeOffset now) =>
        new(agency.Id, now)
        {
            Kind = ClientKind.Client,
            Name = input.Name,
            Industry = input.Industry,
            BusinessModel = input.BusinessModel,
            Size = input.Size,
            Currency = input.Currency,
            TimeZone = input.TimeZone,
            Margin = input.Margin,
            ExternalReference = input.ExternalReference,
            DataOrigin = input.DataOrigin,
            DataNote = input.DataNote,
        };

    /// <summary>Takes over what the input gives. Once money is in the ledger, what it is counted in stays.</summary>
    public IUserError? Change(UpdateClientInput input, bool hasEntries, DateTimeOffset now)
    {
        if (hasEntries && input.Currency is not null && input.Currency != Currency)
            return new CurrencyInUseError("currency");
        if (hasEntries && input.TimeZone is not null && input.TimeZone != TimeZone)
            return new CurrencyInUseError("timeZone");

        Name = input.Name ?? Name;
        Currency = input.Currency ?? Currency;
        TimeZone = input.TimeZone ?? TimeZone;
        Margin = input.Margin.Or(Margin);
        ExternalReference = input.ExternalReference.Or(ExternalReference);
        UpdatedAt = now;
        return null;
    }

    /// <summary>Takes over what holds today, once its history says something new.</summary>
    public void Become(ProfileHistory history, DateOnly today)
    {
        (Industry, BusinessModel, Size) = (history.IndustryOn(today), history.BusinessModelOn(today), history.SizeOn(today));
    }

    /// <summary>The client as it was on a day.</summary>
    public Client On(ProfileHistory history, DateOnly day)
    {
        var then = (Client)MemberwiseClone();
        then.Become(history, day);
        return then;
    }

    /// <summary>Its figures stay; archiving twice changes nothing.</summary>
    public IUserError? Archive(DateTimeOffset now)
    {
        if (Kind == ClientKind.House)
            return BadInputError.At("id", "The agency's house account cannot be archived.");
        if (ArchivedAt is null)
            (ArchivedAt, UpdatedAt) = (now, now);
        return null;
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<Client>(client =>
        {
            client.ToTable("clients", "app");
            client.HasTenantKey();
            client.Property(row => row.Margin).HasPrecision(9, 8);
        });
}
