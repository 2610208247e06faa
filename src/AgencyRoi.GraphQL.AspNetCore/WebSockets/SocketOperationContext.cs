using Microsoft.AspNetCore.Http.Features;

namespace AgencyRoi.GraphQL.AspNetCore.WebSockets;

/// <summary>
/// An operation of a socket as the host's hooks see it: a request with services, items, an id, an end and an answer of its own. Everything else,
/// such as who asks, is the socket's.
/// </summary>
internal static class SocketOperationContext
{
    public static HttpContext Create(HttpContext socket, IServiceProvider services, CancellationToken cancellationToken)
    {
        var features = new FeatureCollection(socket.Features);
        features.Set<IServiceProvidersFeature>(new OperationServices { RequestServices = services });
        features.Set<IItemsFeature>(new ItemsFeature());
        features.Set<IHttpRequestIdentifierFeature>(
            new HttpRequestIdentifierFeature { TraceIdentifier = Guid.CreateVersion7().ToString("N") }
        );
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = cancellationToken });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        return new DefaultHttpContext(features);
    }

    private sealed class OperationServices : IServiceProvidersFeature
    {
        public required IServiceProvider RequestServices { get; set; }
    }
}
