using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using AgencyRoi.GraphQL.AspNetCore.Hosting;
using AgencyRoi.GraphQL.TypeSystem;
using Microsoft.Net.Http.Headers;

namespace AgencyRoi.GraphQL.AspNetCore;

/// <summary>The schema as a file, for tools that generate code or check documents.</summary>
public static class SchemaEndpoint
{
    /// <summary>
    /// Gives out the text of the schema that the caller's requests are answered with. It comes with its hash as the entity tag: who has this
    /// version gets 304 and no body.
    /// </summary>
    public static IEndpointConventionBuilder MapGraphQLSchema(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        GraphQLHttpOptions options
    )
    {
        var texts = new ConditionalWeakTable<Schema, SchemaText>();
        return endpoints
            .MapGet(
                pattern,
                (HttpContext context) =>
                {
                    var text = texts.GetValue(options.Engine(context).Schema, static schema => new SchemaText(schema));
                    // Another caller may have another schema at this address, and tomorrow's may differ: to be kept, but asked about each time.
                    context.Response.Headers.CacheControl = "private, no-cache";
                    context.Response.Headers.Vary = HeaderNames.Authorization;
                    return TypedResults.Bytes(text.Bytes, "application/graphql; charset=utf-8", "schema.graphql", entityTag: text.Tag);
                }
            )
            .WithDisplayName($"GraphQL schema {pattern}");
    }

    private sealed class SchemaText
    {
        public SchemaText(Schema schema)
        {
            Bytes = Encoding.UTF8.GetBytes(SchemaPrinter.Print(schema) + '\n');
            Tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes))}\"");
        }

        public byte[] Bytes { get; }

        public EntityTagHeaderValue Tag { get; }
    }
}
