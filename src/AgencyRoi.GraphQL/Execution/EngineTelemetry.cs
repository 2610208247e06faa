using System.Diagnostics;
using System.Diagnostics.Metrics;
using AgencyRoi.GraphQL.Execution.Resolving;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>
/// Spans and metrics of operations. Names and tags say of which kind an operation is and which kept document it was, and nothing that a caller wrote.
/// Without a listener an operation pays for one look at two fields.
/// </summary>
internal static class EngineTelemetry
{
    public const string Name = "AgencyRoi.GraphQL";
    public const string OperationKindTag = "graphql.operation.type";
    public const string DocumentIdTag = "graphql.document.id";
    public const string RequestIdTag = "request.id";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> OperationSeconds = Meter.CreateHistogram<double>(
        "agencyroi.graphql.operation.duration",
        "s",
        "How long operations ran, by their kind and whether they had errors."
    );

    public static bool WatchesOperations => OperationSeconds.Enabled || Source.HasListeners();

    public static async ValueTask<GraphQLResponse> WatchAsync(OperationExecution execution, Func<ValueTask<GraphQLResponse>> run)
    {
        var began = Stopwatch.GetTimestamp();
        var kind = NameOf(execution.Plan.Operation.Kind);
        using var span = Source.StartActivity("graphql " + kind);
        span?.SetTag(OperationKindTag, kind);
        span?.SetTag(DocumentIdTag, execution.Request?.DocumentId);
        span?.SetTag(RequestIdTag, execution.Context.RequestId);
        var hasErrors = true;
        try
        {
            var response = await run().ConfigureAwait(false);
            hasErrors = response.Errors.Count > 0;
            return response;
        }
        finally
        {
            if (hasErrors)
                span?.SetStatus(ActivityStatusCode.Error);
            OperationSeconds.Record(
                Stopwatch.GetElapsedTime(began).TotalSeconds,
                new(OperationKindTag, kind),
                new("graphql.has_errors", hasErrors)
            );
        }
    }

    private static string NameOf(OperationType kind) =>
        kind switch
        {
            OperationType.Query => "query",
            OperationType.Mutation => "mutation",
            OperationType.Subscription => "subscription",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
