using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Stages;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.LeadForms;

/// <summary>
/// A form of a client by which people say who they are: a contact form, a newsletter, a card at a fair. What its fields mean is data, so that a new form needs no release. Of what
/// somebody fills in only keys, as hashes, and consents are kept.
/// </summary>
[TenantOwned]
[Node]
internal sealed class LeadForm : VersionedRow, IOfClient, IOfChannel, IOfCampaign
{
    private LeadForm() { }

    private LeadForm(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, now) { }

    /// <summary>Its client.</summary>
    [ID<Client>]
    public ClientId ClientId { get; private init; }

    /// <summary>Its key, unique among the client's forms; it stays.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Its name, for people to read.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The stage that whoever sends it reaches.</summary>
    public CustomerStage Stage { get; private set; }

    /// <summary>The channel by which it is reached; null: none.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; private set; }

    /// <summary>The campaign by which it is reached; null: none.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; private set; }

    [GraphQLIgnore]
    public string FieldsText { get; private set; } = "[]";

    internal IReadOnlyList<LeadFormField> ReadFields() => StoredJson.Read<IReadOnlyList<LeadFormField>>(FieldsText);

    public static LeadForm Create(AgencyId tenantId, CreateLeadFormInput input, DateTimeOffset now) =>
        new(tenantId, now)
        {
            ClientId = input.ClientId,
            Code = input.Code,
            Name = input.Name,
            Stage = input.Stage,
            ChannelId = input.ChannelId,
            CampaignId = input.CampaignId,
            FieldsText = StoredJson.Write(input.Fields),
        };

    public void Change(UpdateLeadFormInput input, DateTimeOffset now)
    {
        Name = input.Name ?? Name;
        Stage = input.Stage ?? Stage;
        ChannelId = input.ChannelId.Or(ChannelId);
        CampaignId = input.CampaignId.Or(CampaignId);
        FieldsText = input.Fields is { } fields ? StoredJson.Write(fields) : FieldsText;
        UpdatedAt = now;
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<LeadForm>(form =>
        {
            form.ToTable("lead_forms", "app");
            form.HasTenantKey();
            form.Property(row => row.FieldsText).HasColumnName("fields").HasColumnType("jsonb");
            form.RefersTo<LeadForm, Client>(row => row.ClientId);
            form.RefersWithinClientTo<LeadForm, Channel>(row => row.ChannelId);
            form.RefersWithinClientTo<LeadForm, Campaign>(row => row.CampaignId);
        });
}
