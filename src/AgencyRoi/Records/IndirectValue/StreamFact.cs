using System.ComponentModel.DataAnnotations.Schema;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>Something that happened and is worth money without being a sale of its own. What it says depends on its kind.</summary>
[TenantOwned]
[Node]
internal sealed class StreamFact : PostedFact<StreamFact, StreamFactStatement>, IOfChannel, IOfCampaign, IOfGoal
{
    /// <summary>What happened.</summary>
    public StreamFactKind Kind { get; private set; }

    /// <summary>The stream that its value belongs to.</summary>
    public ValueStream Stream { get; private set; }

    /// <summary>The day it counts on, in the client's time zone; the first day of what lasts longer.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>The first day after it, when it lasts longer than one; null: it lasts that day alone.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>The channel it belongs to; null: none.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; private set; }

    /// <summary>The campaign it belongs to; null: none.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; private set; }

    /// <summary>The goal it serves; null: none.</summary>
    [ID<Goal>]
    public GoalId? GoalId { get; private set; }

    /// <summary>How well it is proven.</summary>
    public EvidenceGrade EvidenceGrade { get; private set; }

    /// <summary>Its key in another system, unique among the client's facts of its kind; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";

    [GraphQLIgnore]
    public string ContentText { get; private set; } = "";

    [GraphQLIgnore]
    public string EvidenceText { get; private set; } = "";

    [GraphQLIgnore]
    public string MemosText { get; private set; } = "";

    [GraphQLIgnore]
    public string SurroundingsText { get; private set; } = "";

    [GraphQLIgnore]
    public IStreamContent Content => StreamKinds.Of(Kind).Read(ContentText);

    // Methods, since EF takes a list of records in a property for a table.
    public IReadOnlyList<EvidenceItem> ReadEvidence() => StoredJson.Read<IReadOnlyList<EvidenceItem>>(EvidenceText);

    public IReadOnlyList<StreamMemo> ReadMemos() => StoredJson.Read<IReadOnlyList<StreamMemo>>(MemosText);

    [GraphQLIgnore]
    public ValuationSurroundings Surroundings => StoredJson.Read<ValuationSurroundings>(SurroundingsText);

    /// <summary>What it says; its content and its evidence are kept as texts.</summary>
    [GraphQLIgnore]
    [NotMapped]
    public override StreamFactStatement Statement =>
        new()
        {
            ClientId = ClientId,
            ExternalReference = ExternalReference,
            Kind = StreamKinds.Of(Kind),
            Content = Content,
            OccurredOn = OccurredOn,
            To = To,
            ChannelId = ChannelId,
            CampaignId = CampaignId,
            GoalId = GoalId,
            EvidenceGrade = EvidenceGrade,
            Evidence = ReadEvidence(),
        };

    protected override SourceKind SourceKind => StreamKinds.Of(Kind).SourceKind;

    protected override DateOnly Day => OccurredOn;

    /// <summary>It says the same, and something around it does not: it is valued anew.</summary>
    public void Revalue(DateTimeOffset now) => NextRevision(now);

    /// <summary>What it was valued with, and what that left beside the return.</summary>
    public void Value(ValuationSurroundings surroundings, IReadOnlyList<Memo> memos, DateTimeOffset now)
    {
        SurroundingsText = surroundings.Text;
        MemosText = StoredJson.Write(memos.Select(StreamMemo.Of).ToList());
        UpdatedAt = now;
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<StreamFact>(fact =>
        {
            fact.ToTable("stream_facts", "app");
            fact.HasTenantKey();
            fact.Ignore(row => row.Content);
            fact.Ignore(row => row.Surroundings);
            fact.Property(row => row.ContentText).HasColumnName("content").HasColumnType("jsonb");
            fact.Property(row => row.EvidenceText).HasColumnName("evidence").HasColumnType("jsonb");
            fact.Property(row => row.MemosText).HasColumnName("memos").HasColumnType("jsonb");
            fact.Property(row => row.SurroundingsText).HasColumnName("setting").HasColumnType("jsonb");
            fact.RefersTo<StreamFact, Client>(row => row.ClientId);
            fact.RefersWithinClientTo<StreamFact, Channel>(row => row.ChannelId);
            fact.RefersWithinClientTo<StreamFact, Campaign>(row => row.CampaignId);
            fact.RefersWithinClientTo<StreamFact, Goal>(row => row.GoalId);
        });

    protected override void Take(StreamFactStatement statement)
    {
        (Kind, Stream) = (statement.Kind.Kind, statement.Kind.Stream);
        OccurredOn = statement.OccurredOn;
        To = statement.To;
        ChannelId = statement.ChannelId;
        CampaignId = statement.CampaignId;
        GoalId = statement.GoalId;
        EvidenceGrade = statement.EvidenceGrade;
        ContentText = statement.Kind.Write(statement.Content);
        EvidenceText = StoredJson.Write(statement.Evidence);
    }
}
