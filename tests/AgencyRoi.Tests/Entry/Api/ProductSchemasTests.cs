using AgencyRoi.Entry.Api;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Platform;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>The two schemas are bound side by side, and nobody can tell from them.</summary>
public sealed class ProductSchemasTests
{
    [Fact]
    public void Schemas_bound_side_by_side_are_those_in_the_files()
    {
        for (var round = 0; round < 5; round++)
        {
            var schemas = new ProductSchemas(Modules.All);

            Assert.Equal(Repository.Read("schema/schema.graphql"), SchemaPrinter.Print(schemas.Staff) + '\n');
            Assert.Equal(Repository.Read("schema/portal.graphql"), SchemaPrinter.Print(schemas.Portal) + '\n');
        }
    }

    [Fact]
    public void A_member_that_cannot_be_bound_is_named_whichever_schema_has_it()
    {
        var both = Assert.Throws<SchemaException>(() => new ProductSchemas([.. Modules.All, new Wrong(typeof(Misshapen))]));
        var portal = Assert.Throws<SchemaException>(() => new ProductSchemas([.. Modules.All, new Wrong(typeof(MisshapenForPortal))]));

        Assert.Contains($"{nameof(Misshapen)}.{nameof(Misshapen.Anything)}", both.Message, StringComparison.Ordinal);
        Assert.Contains($"{nameof(MisshapenForPortal)}.{nameof(Misshapen.Anything)}", portal.Message, StringComparison.Ordinal);
    }

    private sealed class Wrong(Type type) : ProductModule
    {
        public override IReadOnlyList<Type> GraphQLTypes { get; } = [type];
    }

    [QueryType]
    private static class Misshapen
    {
        public static Task Anything() => Task.CompletedTask;
    }

    [QueryType]
    [PortalOnly]
    private static class MisshapenForPortal
    {
        public static Task Anything() => Task.CompletedTask;
    }
}
