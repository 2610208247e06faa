using System.Buffers;
using System.Text;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>
/// The answer as JSON text in a pooled buffer. Whoever receives it disposes it, after which <see cref="Written"/> is gone.
/// https://spec.graphql.org/September2025/#sec-Response-Format
/// </summary>
public sealed class GraphQLResponse : IDisposable
{
    private readonly ResultBuffer? buffer;
    private readonly ReadOnlyMemory<byte> kept;

    internal GraphQLResponse(ResultBuffer buffer, bool hasData, IReadOnlyList<GraphQLError> errors, bool nothingStands = false)
    {
        this.buffer = buffer;
        HasData = hasData;
        Errors = errors;
        NothingStands = nothingStands || !hasData;
    }

    /// <summary>An answer without errors that was given before.</summary>
    internal GraphQLResponse(ReadOnlyMemory<byte> kept)
    {
        this.kept = kept;
        HasData = true;
        Errors = [];
    }

    /// <summary>Whether execution began, so that <c>data</c> is there, be it null. False: a request error.</summary>
    public bool HasData { get; }

    /// <summary>
    /// Whether the request can be repeated as if it had never been sent: of a mutation nothing was written and no field was answered, of a query
    /// nothing is shown.
    /// </summary>
    public bool NothingStands { get; }

    /// <summary>As they are in the text; empty when there are none.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>The whole answer as UTF-8.</summary>
    public ReadOnlyMemory<byte> Written => buffer?.Written ?? kept;

    public void WriteTo(IBufferWriter<byte> output) => output.Write(Written.Span);

    public override string ToString() => Encoding.UTF8.GetString(Written.Span);

    public void Dispose() => buffer?.Dispose();
}
