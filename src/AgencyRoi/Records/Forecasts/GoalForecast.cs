using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Forecasts;

/// <summary>A forecast of a goal's results in a period, made on a day. It is never changed, so that it can be held against what came.</summary>
[TenantOwned]
[Node]
internal sealed class GoalForecast : IIdentified, IOfClient
{
    private GoalForecast() { }

    [GraphQLIgnore]
    public AgencyId TenantId { get; private init; }

    /// <summary>Its client.</summary>
    [ID<Client>]
    public ClientId ClientId { get; private init; }

    /// <summary>The global id.</summary>
    [ID]
    public Guid Id { get; private init; }

    /// <summary>Its goal.</summary>
    [ID<Goal>]
    public GoalId GoalId { get; private init; }

    /// <summary>Who made it.</summary>
    public string Author { get; private init; } = "";

    /// <summary>How it was arrived at.</summary>
    public string? Method { get; private init; }

    [GraphQLIgnore]
    public DateOnly From { get; private init; }

    [GraphQLIgnore]
    public DateOnly To { get; private init; }

    /// <summary>How many units of the goal's indicator were expected.</summary>
    public decimal ExpectedQuantity { get; private init; }

    /// <summary>At least so many, in the author's opinion.</summary>
    public decimal? LowQuantity { get; private init; }

    /// <summary>At most so many, in the author's opinion.</summary>
    public decimal? HighQuantity { get; private init; }

    /// <summary>The day on which it was made, in the client's time zone.</summary>
    public DateOnly MadeOn { get; private init; }

    /// <summary>Whether it was entered after the day on which it was made. Such forecasts are scored apart.</summary>
    public bool EnteredLater { get; private init; }

    /// <summary>Where it is written down; every forecast that was entered later has one.</summary>
    public string? Source { get; private init; }

    /// <summary>Its key in another system, unique among the client's forecasts; made by us when none was given.</summary>
    public string ExternalReference { get; private init; } = "";

    /// <summary>Made after its period had begun.</summary>
    [GraphQLIgnore]
    public bool IsLate => MadeOn > From;

    /// <summary>What else is to be known.</summary>
    public string? Note { get; private init; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    internal DateRange Days => new(From, To);

    /// <param name="today">In the client's time zone.</param>
    public static GoalForecast Create(Goal goal, ForecastStatement statement, DateOnly today, DateTimeOffset now) =>
        new()
        {
            TenantId = goal.TenantId,
            ClientId = goal.ClientId,
            Id = Guid.CreateVersion7(now),
            ExternalReference = statement.ExternalReference,
            GoalId = goal.Id,
            Author = statement.Author,
            Method = statement.Method,
            From = statement.From,
            To = statement.To,
            ExpectedQuantity = statement.ExpectedQuantity,
            LowQuantity = statement.LowQuantity,
            HighQuantity = statement.HighQuantity,
            MadeOn = statement.MadeOn ?? today,
            EnteredLater = statement.MadeOn < today,
            Source = statement.Source,
            Note = statement.Note,
            CreatedAt = now,
        };

    /// <summary>Whether it is this forecast. A statement without a day means the day on which it was first entered.</summary>
    public bool Says(ForecastStatement statement) =>
        statement with
        {
            MadeOn = statement.MadeOn ?? MadeOn,
        }
        == new ForecastStatement
        {
            ExternalReference = ExternalReference,
            GoalId = GoalId,
            Author = Author,
            From = From,
            To = To,
            ExpectedQuantity = ExpectedQuantity,
            LowQuantity = LowQuantity,
            HighQuantity = HighQuantity,
            Method = Method,
            Note = Note,
            MadeOn = MadeOn,
            Source = Source,
        };

    public static void Map(ModelBuilder model) =>
        model.Entity<GoalForecast>(forecast =>
        {
            forecast.ToTable("goal_forecasts", "app");
            forecast.HasTenantKey();
            forecast.Property(row => row.ExpectedQuantity).HasPrecision(20, 4);
            forecast.Property(row => row.LowQuantity).HasPrecision(20, 4);
            forecast.Property(row => row.HighQuantity).HasPrecision(20, 4);
            forecast.Ignore(row => row.IsLate);
            forecast.Ignore(row => row.Days);
            forecast.RefersWithinClientTo<GoalForecast, Goal>(row => row.GoalId);
        });
}
