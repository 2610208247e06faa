using AgencyRoi.Records.Contacts;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.Stages;

namespace AgencyRoi.Entry.Demo;

/// <summary>The keys of a made-up person.</summary>
/// <param name="Crm">As sales and touches name the contact.</param>
/// <param name="Device">As touches name the visitor.</param>
internal sealed record PlannedKeys(string? Crm = null, string? Email = null, string? Handle = null, string? Device = null);

/// <summary>A stage that a contact reached.</summary>
internal sealed record PlannedStage(string Reference, PlannedKeys Keys, CustomerStage Stage, DateOnly On, string? Channel = null)
{
    // Of Instagram, where the demo's clients have their followers.
    public const string Network = "INSTAGRAM";

    public ContactStageStatement In(LoadedParts parts) =>
        new()
        {
            ClientId = parts.ClientId,
            ExternalReference = Reference,
            CrmId = Keys.Crm,
            Email = Keys.Email,
            NetworkCode = Keys.Handle is null ? null : Network,
            Handle = Keys.Handle,
            Device = Keys.Device,
            Stage = Stage,
            OccurredOn = On,
            ChannelId = parts.Channel(Channel),
        };
}

/// <summary>Two contacts that are one person, by the keys of stages of theirs.</summary>
internal sealed record MergedPlan(string Into, string From);

/// <summary>A legal basis for a contact's data.</summary>
internal sealed record PlannedLegalBasis(
    string Reference,
    string Crm,
    ProcessingPurpose Purpose,
    LegalBasis Basis,
    DateOnly From,
    string Source
)
{
    public ContactLegalBasisStatement In(LoadedParts parts) =>
        new()
        {
            ClientId = parts.ClientId,
            ExternalReference = Reference,
            CrmId = Crm,
            Purpose = Purpose,
            LegalBasis = Basis,
            EffectiveFrom = From,
            Source = Source,
            Proof = $"form-{Reference}",
        };
}
