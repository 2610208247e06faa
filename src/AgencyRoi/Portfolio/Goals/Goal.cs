using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Purposes;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>Something measurable that shows whether a purpose is realised, with the money that one unit of it is worth.</summary>
[TenantOwned]
[Node]
internal sealed class Goal : PortfolioRow<GoalId>, IOfChannel, IOfCampaign
{
    private Goal() { }

    private Goal(Purpose purpose, DateTimeOffset now)
        : base(purpose.TenantId, purpose.ClientId, now) => PurposeId = purpose.Id;

    /// <summary>The id of the purpose that it serves.</summary>
    [Portal]
    [ID<Purpose>]
    public PurposeId PurposeId { get; private init; }

    /// <summary>The aim.</summary>
    [Portal]
    public GoalType Type { get; private set; }

    /// <summary>As the agency calls it.</summary>
    [Portal]
    public string Name { get; private set; } = "";

    /// <summary>The indicator: what is counted, for example <c>comments answered within an hour</c>. A volume metric only where <c>countsVolume</c> says so. What it was before is in <c>aims</c>.</summary>
    [Portal]
    public string? Indicator { get; private set; }

    /// <summary>The value stream that its outcomes belong to.</summary>
    public ValueStream? Stream { get; private set; }

    /// <summary>How well it is proven that the outcomes are owed to the agency's work.</summary>
    public EvidenceGrade EvidenceGrade { get; private set; }

    /// <summary>Draft, active or closed.</summary>
    [Portal]
    public GoalStatus Status { get; private set; }

    /// <summary>How many units are aimed at today; <c>aims</c> has what was before. Null: the target is in money, or there is none.</summary>
    [Portal]
    public decimal? TargetQuantity { get; private set; }

    [GraphQLIgnore]
    public decimal? TargetMoney { get; private set; }

    [GraphQLIgnore]
    public string? TargetCurrency { get; private set; }

    /// <summary>What it aims at today, in units or in money.</summary>
    [GraphQLIgnore]
    public GoalTarget Target
    {
        get => new(TargetQuantity, TargetMoney is { } amount ? new Money(amount, TargetCurrency!) : null); // One has the other, by the table's check.
        private set => (TargetQuantity, TargetMoney, TargetCurrency) = (value.Quantity, value.Money?.Amount, value.Money?.CurrencyCode);
    }

    /// <summary>Its first day.</summary>
    [Portal]
    public DateOnly? From { get; private set; }

    /// <summary>The first day after it; null: it has no end yet.</summary>
    [Portal]
    public DateOnly? To { get; private set; }

    /// <summary>The person who answers for it.</summary>
    public string? Owner { get; private set; }

    /// <summary>The channel of outcomes that name none.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; private set; }

    /// <summary>The campaign of outcomes that name none.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; private set; }

    /// <summary>How many days back touches count for its conversions; null: as many as the client's attribution policy says.</summary>
    public int? LookBackDays { get; private set; }

    /// <summary>
    /// The step of the contacts' funnel to which its work brings people: what is spent and earned under the goal is the step's. Null: it brings them to none in
    /// particular.
    /// </summary>
    public CustomerStage? ContactStage { get; private set; }

    /// <summary>Its key in another system; unique for the client.</summary>
    public string? ExternalReference { get; private set; }

    [GraphQLIgnore]
    public string? VolumeKeptReason { get; private set; }

    [GraphQLIgnore]
    public string? VolumeKeptBy { get; private set; }

    [GraphQLIgnore]
    public DateTimeOffset? VolumeKeptAt { get; private set; }

    /// <summary>The decision to count a volume metric; null: the indicator is none, or was let in before there was a rule.</summary>
    [GraphQLIgnore]
    public KeptVolumeIndicator? KeptVolume
    {
        get =>
            (VolumeKeptReason, VolumeKeptBy, VolumeKeptAt) is ({ } reason, { } by, { } at) ? new KeptVolumeIndicator(reason, by, at) : null;
        private set => (VolumeKeptReason, VolumeKeptBy, VolumeKeptAt) = (value?.Reason, value?.KeptBy, value?.KeptAt);
    }

    public static Goal Create(Purpose purpose, CreateGoalInput input, GoalTarget target, KeptVolumeIndicator? kept, DateTimeOffset now) =>
        new(purpose, now)
        {
            Type = input.Type,
            Name = input.Name,
            Indicator = input.Indicator,
            Stream = input.Stream,
            EvidenceGrade = input.EvidenceGrade,
            Status = GoalStatus.Draft,
            Target = target,
            From = input.From,
            To = input.To,
            Owner = input.Owner,
            ChannelId = input.ChannelId,
            CampaignId = input.CampaignId,
            LookBackDays = input.LookBackDays,
            ContactStage = input.ContactStage,
            ExternalReference = input.ExternalReference,
            KeptVolume = kept,
        };

    /// <summary>Takes over what the input gives. What made the goal active cannot be taken away from it.</summary>
    public IUserError? Change(UpdateGoalInput input, KeptVolumeIndicator? kept, DateTimeOffset now)
    {
        var (indicator, stream) = (input.Indicator.Or(Indicator), input.Stream.Or(Stream));
        var (from, to) = (input.From.Or(From), input.To.Or(To));
        if (Status != GoalStatus.Draft && indicator is null)
            return new GoalWithoutIndicatorError();
        if (WhyNotCount(indicator, kept, input.Type ?? Type) is { } refusal)
            return refusal;
        if (Status != GoalStatus.Draft && stream is null)
            return new GoalWithoutStreamError();
        if (from >= to)
            return BadInputError.At("to", RecordedDays.InOrder);

        // The same reason once more is the same decision.
        var keptNow = indicator == Indicator && (kept is null || kept.Value.Reason == VolumeKeptReason) ? KeptVolume : kept;
        (Indicator, Stream, From, To) = (indicator, stream, from, to);
        KeptVolume = keptNow;
        Type = input.Type ?? Type;
        Name = input.Name ?? Name;
        EvidenceGrade = input.EvidenceGrade ?? EvidenceGrade;
        Owner = input.Owner.Or(Owner);
        ChannelId = input.ChannelId.Or(ChannelId);
        CampaignId = input.CampaignId.Or(CampaignId);
        LookBackDays = input.LookBackDays.Or(LookBackDays);
        ContactStage = input.ContactStage.Or(ContactStage);
        ExternalReference = input.ExternalReference.Or(ExternalReference);
        UpdatedAt = now;
        return null;
    }

    // What was let in earlier may stay as it is.
    private IUserError? WhyNotCount(string? indicator, KeptVolumeIndicator? kept, GoalType type)
    {
        var isAnother = indicator != Indicator;
        if ((isAnother || kept is not null) && GoalIndicators.Refusal(indicator, type, kept) is { } refusal)
            return refusal;
        var countsVolume = kept is not null || (!isAnother && KeptVolume is not null);
        return Status != GoalStatus.Draft && countsVolume != (KeptVolume is not null) ? new GoalNotDraftError() : null;
    }

    /// <summary>Takes over what its aims say of today.</summary>
    public void AimAt(string? indicator, GoalTarget target) => (Indicator, Target) = (indicator, target);

    /// <summary>Opens the goal for outcomes, a closed one again; with everything that is missing if it cannot be.</summary>
    public IReadOnlyList<IUserError> Activate(bool hasValue, DateTimeOffset now)
    {
        var missing = new List<IUserError>();
        if (Indicator is null)
            missing.Add(new GoalWithoutIndicatorError());
        if (Stream is null)
            missing.Add(new GoalWithoutStreamError());
        if (!hasValue && KeptVolume is null)
            missing.Add(new GoalWithoutValueError());
        if (missing.Count == 0 && Status != GoalStatus.Active)
            (Status, UpdatedAt) = (GoalStatus.Active, now);
        return missing;
    }

    public IUserError? Close(DateTimeOffset now)
    {
        if (Status == GoalStatus.Draft)
            return new GoalNotActiveError(["input", "id"]);
        if (Status == GoalStatus.Active)
            (Status, UpdatedAt) = (GoalStatus.Closed, now);
        return null;
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<Goal>(goal =>
        {
            goal.ToTable("goals", "app");
            goal.HasTenantKey();
            goal.Property(row => row.TargetQuantity).HasPrecision(20, 4);
            goal.Property(row => row.TargetMoney).HasPrecision(20, 4);
            goal.Ignore(row => row.Target);
            goal.Ignore(row => row.KeptVolume);
            goal.RefersTo<Goal, Client>(row => row.ClientId);
            goal.RefersWithinClientTo<Goal, Purpose>(row => row.PurposeId);
            goal.RefersWithinClientTo<Goal, Channel>(row => row.ChannelId);
            goal.RefersWithinClientTo<Goal, Campaign>(row => row.CampaignId);
        });
}
