using AgencyRoi.Access.RateLimiting;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Hosting;
using AgencyRoi.Recording.Imports.Text;

namespace AgencyRoi.Entry.Api;

/// <summary>The limits within which the caller asks, as the service was set up. Where nothing is counted, points are null.</summary>
/// <param name="OperationPoints">The most points that one operation may cost.</param>
/// <param name="CallerPoints">The points that the caller's own bucket holds; null where nothing is counted.</param>
/// <param name="CallerPointsPerSecond">The points that come back to it in a second; null where nothing is counted.</param>
/// <param name="AgencyPoints">The points that the bucket of the whole agency holds; null where nothing is counted.</param>
/// <param name="AgencyPointsPerSecond">The points that come back to it in a second; null where nothing is counted.</param>
/// <param name="RowsPerPoint">The rows of a file that a point pays for; null where files cost nothing.</param>
/// <param name="MaxDepth">The most fields that may lie inside one another.</param>
/// <param name="MaxRootFields">The most fields at the root of a query.</param>
/// <param name="MaxAliases">The most aliases of a document.</param>
/// <param name="ListSize">The most items of one list that is given to an operation.</param>
/// <param name="MaxValues">The most items of all lists together that are given to an operation.</param>
/// <param name="MaxBodyBytes">The most bytes of a request that carries an operation.</param>
/// <param name="MaxUploadBytes">The most bytes of a file, unpacked too.</param>
/// <param name="MaxStreams">The most live streams that a token may have open in each process of the service.</param>
/// <param name="MaxSockets">The most WebSockets that a token may have open in each process of the service.</param>
internal sealed record ViewerLimits(
    [property: Portal] int OperationPoints,
    [property: Portal] int? CallerPoints,
    [property: Portal] int? CallerPointsPerSecond,
    int? AgencyPoints,
    int? AgencyPointsPerSecond,
    int? RowsPerPoint,
    [property: Portal] int MaxDepth,
    [property: Portal] int MaxRootFields,
    [property: Portal] int MaxAliases,
    [property: Portal] int ListSize,
    [property: Portal] int MaxValues,
    [property: Portal] int MaxBodyBytes,
    int MaxUploadBytes,
    [property: Portal] int MaxStreams,
    [property: Portal] int MaxSockets
);

[ObjectType<ViewerCard>]
internal static partial class LimitsOfViewer
{
    /// <summary>The limits within which the caller asks.</summary>
    [Portal]
    public static ViewerLimits GetLimits(ServiceLimits limits) => limits.Told;
}

/// <summary>The limits of this process, from the settings that its engines, buckets and addresses were made with.</summary>
internal sealed class ServiceLimits(RateLimitSettings points, InputLimitSettings inputs, IConfiguration settings)
{
    public ViewerLimits Told { get; } =
        new(
            OperationPoints: points.OperationPoints,
            CallerPoints: points.Enabled ? points.Token.Capacity : null,
            CallerPointsPerSecond: points.Enabled ? points.Token.PerSecond : null,
            AgencyPoints: points.Enabled ? points.Agency.Capacity : null,
            AgencyPointsPerSecond: points.Enabled ? points.Agency.PerSecond : null,
            RowsPerPoint: points is { Enabled: true, RowsPerPoint: > 0 } ? points.RowsPerPoint : null,
            MaxDepth: inputs.OfDocuments.MaxAllowedExecutionDepth,
            MaxRootFields: inputs.OfDocuments.MaxRootFields,
            MaxAliases: inputs.OfDocuments.MaxAliases,
            ListSize: inputs.OfDocuments.MaxListLength,
            MaxValues: inputs.OfDocuments.MaxValues,
            MaxBodyBytes: AgencyHost.MostBytesInABody,
            MaxUploadBytes: (int)LimitedStream.LargestFile,
            MaxStreams: LiveOperations.MaxStreams(settings),
            MaxSockets: LiveOperations.MaxSockets(settings)
        );
}
