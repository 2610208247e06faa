using Microsoft.AspNetCore.Http.Features;

namespace AgencyRoi.Platform.Hosting;

/// <summary>
/// Gives each request an id (<see cref="HttpContext.TraceIdentifier"/>) before the host opens the scope of its log: so every line about the
/// request, the host's own among them, names the id that the answer and its errors carry. One sent by the caller could be anything and is
/// not taken over.
/// </summary>
internal sealed class RequestIds(IServiceProvider services) : IHttpContextFactory
{
    private readonly DefaultHttpContextFactory contexts = new(services);

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        var context = contexts.Create(featureCollection);
        context.TraceIdentifier = Guid.CreateVersion7().ToString("N");
        return context;
    }

    public void Dispose(HttpContext httpContext) => contexts.Dispose(httpContext);
}
