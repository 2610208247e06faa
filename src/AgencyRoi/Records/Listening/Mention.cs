using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Listening;

internal sealed record MentionStatement(
    Guid ClientId,
    string ExternalReference,
    DateOnly OccurredOn,
    MentionLocus Locus,
    Sentiment Sentiment,
    LabelSource LabelledBy,
    bool IsSpam,
    string? Url,
    Guid? ChannelId
) : ObservationStatement(ClientId, ExternalReference, OccurredOn)
{
    protected override void CheckContent(InputChecks checks) => checks.Url(Url);
}

/// <summary>Somebody spoke of the client. An observation: it is worth no money by itself.</summary>
[TenantOwned]
[Node]
internal sealed class Mention : Observation<MentionStatement>
{
    /// <summary>Where it was said.</summary>
    public MentionLocus Locus { get; private set; }

    /// <summary>How the client is spoken of.</summary>
    public Sentiment Sentiment { get; private set; }

    /// <summary>Who judged that.</summary>
    public LabelSource LabelledBy { get; private set; }

    /// <summary>Deleted, made up or bought: counted apart, and in no index.</summary>
    public bool IsSpam { get; private set; }

    /// <summary>Where it is found, https:// or http://.</summary>
    public string? Url { get; private set; }

    /// <summary>The client's channel that it was said on; null: none.</summary>
    [ID<Channel>]
    public Guid? ChannelId { get; private set; }

    public static void Map(ModelBuilder model) =>
        model.Entity<Mention>(row =>
        {
            row.ToTable("mentions", "app");
            row.HasTenantKey();
            row.RefersTo<Mention, Client>(each => each.ClientId);
            row.RefersWithinClientTo<Mention, Channel>(each => each.ChannelId);
        });

    internal override MentionStatement Statement() =>
        new(ClientId, ExternalReference, OccurredOn, Locus, Sentiment, LabelledBy, IsSpam, Url, ChannelId);

    protected override void Take(MentionStatement statement)
    {
        Locus = statement.Locus;
        Sentiment = statement.Sentiment;
        LabelledBy = statement.LabelledBy;
        IsSpam = statement.IsSpam;
        Url = statement.Url;
        ChannelId = statement.ChannelId;
    }
}
