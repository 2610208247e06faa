using AgencyRoi.Platform.Database;

namespace AgencyRoi.Access.RateLimiting;

/// <summary>The section <c>Throttling</c> of the settings. A point is what <c>extensions.cost</c> counts.</summary>
internal sealed record RateLimitSettings
{
    /// <summary>Whether anything is counted.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The most that one operation may cost, counted or not.</summary>
    public int OperationPoints { get; init; } = 10_000;

    /// <summary>Points that an agency has when it has rested.</summary>
    public int AgencyPoints { get; init; } = 50_000;

    /// <summary>Points that come back to it in a second.</summary>
    public int AgencyPointsPerSecond { get; init; } = 5_000;

    /// <summary>The part of both that one of its tokens has.</summary>
    public double TokenShare { get; init; } = 0.1;

    /// <summary>The points of a document that is refused for its text, as no GraphQL or none of this schema; 0: none.</summary>
    public int RefusedPoints { get; init; } = 1;

    /// <summary>How many rows of an imported file a point pays for; 0: files cost nothing.</summary>
    public int RowsPerPoint { get; init; } = 10;

    public BucketSize Agency => new(AgencyPoints, AgencyPointsPerSecond);

    public BucketSize Token => new(Share(AgencyPoints), Share(AgencyPointsPerSecond));

    /// <exception cref="SettingException">A number that would let nobody in.</exception>
    public static RateLimitSettings Read(IConfiguration settings)
    {
        var read = settings.GetSection("Throttling").Get<RateLimitSettings>() ?? new RateLimitSettings();
        return
            read
                is {
                    OperationPoints: > 0,
                    AgencyPoints: > 0,
                    AgencyPointsPerSecond: > 0,
                    TokenShare: > 0 and <= 1,
                    RefusedPoints: >= 0,
                    RowsPerPoint: >= 0
                }
            ? read
            : throw new SettingException(
                "Throttling: OperationPoints, AgencyPoints and AgencyPointsPerSecond are above 0, TokenShare is above 0 and at most 1, RefusedPoints and RowsPerPoint are not below 0."
            );
    }

    private int Share(int points) => Math.Max(1, (int)(points * TokenShare));
}

/// <summary>How many points a bucket holds, and how many come back in a second.</summary>
internal readonly record struct BucketSize(int Capacity, int PerSecond);
