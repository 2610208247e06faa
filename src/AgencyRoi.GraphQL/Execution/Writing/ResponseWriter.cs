using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Writing;

/// <summary>https://spec.graphql.org/September2025/#sec-Response-Format; errors come first in the text, so that a reader sees them first.</summary>
internal static class ResponseWriter
{
    public static readonly byte[] DataKey = "{\"data\":"u8.ToArray();

    /// <summary>The answer to a request that was never executed.</summary>
    public static GraphQLResponse RequestErrors(IReadOnlyList<GraphQLError> errors, string? requestId)
    {
        var output = new ResultBuffer();
        output.WriteRaw("{\"errors\":"u8);
        ErrorWriter.WriteErrors(output, errors, requestId);
        output.WriteByte((byte)'}');
        return new GraphQLResponse(output, hasData: false, errors);
    }

    /// <summary>The answer to a request that was only priced.</summary>
    public static GraphQLResponse Priced(long cost, OperationContext context)
    {
        var output = new ResultBuffer();
        output.WriteRaw("{\"extensions\":"u8);
        ErrorWriter.WriteValue(output, CostReport.Extensions(context, cost, actualCost: null));
        output.WriteByte((byte)'}');
        return new GraphQLResponse(output, hasData: true, []);
    }

    /// <summary>Takes a buffer that begins with <see cref="DataKey"/> and ends with the data.</summary>
    public static GraphQLResponse Executed(
        ResultBuffer data,
        IReadOnlyList<GraphQLError> errors,
        OperationContext context,
        bool nothingStands
    )
    {
        if (context.ResponseExtensions is { Count: > 0 } extensions)
        {
            data.WriteRaw(",\"extensions\":"u8);
            ErrorWriter.WriteValue(data, extensions);
        }
        data.WriteByte((byte)'}');
        if (errors.Count == 0)
            return new GraphQLResponse(data, hasData: true, errors);

        var output = new ResultBuffer(data.Length + 256 * errors.Count);
        output.WriteRaw("{\"errors\":"u8);
        ErrorWriter.WriteErrors(output, errors, context.RequestId);
        output.WriteByte((byte)',');
        output.WriteRaw(data.Written.Span[1..]);
        data.Dispose();
        return new GraphQLResponse(output, hasData: true, errors, nothingStands);
    }
}
