namespace AgencyRoi.Platform;

/// <summary>A folder of the product, and what it adds to the whole. Each list is written by hand: nothing is found by scanning.</summary>
internal abstract class ProductModule
{
    public virtual void AddServices(IServiceCollection services, IConfiguration settings) { }

    /// <summary>The classes with its root fields, fields of other types, and types that no field names.</summary>
    public virtual IReadOnlyList<Type> GraphQLTypes => [];

    /// <summary>What sees a request before anything else of the product, and before it is asked whose it is.</summary>
    public virtual void UseBeforeRouting(WebApplication app) { }

    /// <summary>Addresses beside <c>/graphql</c>.</summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder endpoints) { }
}
