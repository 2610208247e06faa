using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Listening;

/// <summary>A mention as somebody states it.</summary>
internal sealed record MentionStatement : ObservationStatement
{
    /// <summary>Where it was said.</summary>
    [InFile]
    public required MentionLocus Locus { get; init; }

    /// <summary>How the client is spoken of.</summary>
    [InFile]
    public required MentionSentiment Sentiment { get; init; }

    /// <summary>Who judged that.</summary>
    [InFile]
    public required LabelSource LabelledBy { get; init; }

    /// <summary>Deleted, made up or bought: counted apart, and in no index.</summary>
    [InFile("true for what is made up or bought; false is the default.")]
    public bool IsSpam { get; init; }

    /// <summary>Where it is found, https:// or http://.</summary>
    [InFile("Where it is found.")]
    public string? Url { get; init; }

    /// <summary>The client's channel that it was said on.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; init; }

    protected override void CheckContent(InputChecks checks) => checks.Url(Url);
}

/// <summary>Somebody spoke of the client. An observation: it is worth no money by itself.</summary>
[TenantOwned]
[Node]
internal sealed class Mention : Observation<Mention, MentionStatement>, IOfChannel
{
    internal static readonly ObservationRecording<Mention, MentionStatement> Recording = new("mention");

    /// <summary>Where it was said.</summary>
    public MentionLocus Locus { get; private set; }

    /// <summary>How the client is spoken of.</summary>
    public MentionSentiment Sentiment { get; private set; }

    /// <summary>Who judged that.</summary>
    public LabelSource LabelledBy { get; private set; }

    /// <summary>Deleted, made up or bought: counted apart, and in no index.</summary>
    public bool IsSpam { get; private set; }

    /// <summary>Where it is found, https:// or http://.</summary>
    public string? Url { get; private set; }

    /// <summary>The client's channel that it was said on; null: none.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; private set; }

    public static void Map(ModelBuilder model) =>
        model.Entity<Mention>(row =>
        {
            row.ToTable("mentions", "app");
            row.HasTenantKey();
            row.RefersTo<Mention, Client>(each => each.ClientId);
            row.RefersWithinClientTo<Mention, Channel>(each => each.ChannelId);
        });
}
