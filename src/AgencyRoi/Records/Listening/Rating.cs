using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Listening;

internal sealed record RatingStatement(
    Guid ClientId,
    string ExternalReference,
    DateOnly OccurredOn,
    string Place,
    decimal Stars,
    bool IsSpam,
    string? Url,
    Guid? ChannelId
) : ObservationStatement(ClientId, ExternalReference, OccurredOn)
{
    protected override void CheckContent(InputChecks checks)
    {
        checks.Text(Place, "place");
        checks.Quantity(Stars, "stars");
        checks.Require(Stars <= 5, "stars", "A rating has five stars at most.");
        checks.Url(Url);
    }
}

/// <summary>Somebody rated a place or product of the client. An observation: it is worth no money by itself.</summary>
[TenantOwned]
[Node]
internal sealed class Rating : Observation<RatingStatement>
{
    /// <summary>What was rated.</summary>
    public string Place { get; private set; } = "";

    /// <summary>From 0 to 5.</summary>
    public decimal Stars { get; private set; }

    /// <summary>Deleted, made up or bought: counted apart, and in no mean.</summary>
    public bool IsSpam { get; private set; }

    /// <summary>Where it is found, https:// or http://.</summary>
    public string? Url { get; private set; }

    /// <summary>The client's channel that it was given on; null: none.</summary>
    [ID<Channel>]
    public Guid? ChannelId { get; private set; }

    public static void Map(ModelBuilder model) =>
        model.Entity<Rating>(row =>
        {
            row.ToTable("ratings", "app");
            row.HasTenantKey();
            row.Property(each => each.Stars).HasPrecision(6, 4);
            row.RefersTo<Rating, Client>(each => each.ClientId);
            row.RefersWithinClientTo<Rating, Channel>(each => each.ChannelId);
        });

    internal override RatingStatement Statement() => new(ClientId, ExternalReference, OccurredOn, Place, Stars, IsSpam, Url, ChannelId);

    protected override void Take(RatingStatement statement)
    {
        Place = statement.Place;
        Stars = statement.Stars;
        IsSpam = statement.IsSpam;
        Url = statement.Url;
        ChannelId = statement.ChannelId;
    }
}
