using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Listening;

/// <summary>A rating as somebody states it.</summary>
internal sealed record RatingStatement : ObservationStatement
{
    /// <summary>What was rated.</summary>
    [Key]
    [InFile("What was rated.")]
    public required string Place { get; init; }

    /// <summary>From 0 to 5.</summary>
    [InFile("From 0 to 5.")]
    public required decimal Stars { get; init; }

    /// <summary>Deleted, made up or bought: counted apart, and in no mean.</summary>
    [InFile("true for what is made up or bought; false is the default.")]
    public bool IsSpam { get; init; }

    /// <summary>Where it is found, https:// or http://.</summary>
    [InFile("Where it is found.")]
    public string? Url { get; init; }

    /// <summary>The client's channel that it was given on.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; init; }

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
internal sealed class Rating : Observation<Rating, RatingStatement>, IOfChannel
{
    internal static readonly ObservationRecording<Rating, RatingStatement> Recording = new("rating");

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
    public ChannelId? ChannelId { get; private set; }

    public static void Map(ModelBuilder model) =>
        model.Entity<Rating>(row =>
        {
            row.ToTable("ratings", "app");
            row.HasTenantKey();
            row.Property(each => each.Stars).HasPrecision(6, 4);
            row.RefersTo<Rating, Client>(each => each.ClientId);
            row.RefersWithinClientTo<Rating, Channel>(each => each.ChannelId);
        });
}
