using System.Linq.Expressions;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.Binding.Data;

/// <summary>Which properties of a row the fields below a list read.</summary>
public sealed class SelectorTests
{
    private static readonly Schema Parks = new RequestExecutorBuilder()
        .ModifyOptions(options => options.IsService = type => type == typeof(List<LambdaExpression?>))
        .AddTypes(typeof(ParkQueries), typeof(TreeType), typeof(TreeNames))
        .AddFiltering()
        .AddSorting()
        .BuildSchema();

    private readonly LibraryServer server = new(Parks);
    private readonly List<LambdaExpression?> selectors = [];

    public SelectorTests() => server.Services[typeof(List<LambdaExpression?>)] = selectors;

    private interface INamed
    {
        string Name { get; }
    }

    private sealed class Tree : INamed
    {
        private Tree() { }

        public int Id { get; private init; }
        public string Name { get; private set; } = "";
        public int Height { get; private set; }
        public int? Planted { get; set; }
        public bool IsTall => Height > 10;

        public static Tree Of(int id, string name, int height) =>
            new()
            {
                Id = id,
                Name = name,
                Height = height,
            };
    }

    /// <summary>No row can be made of some of its properties.</summary>
    private sealed record Bench(int Id, string Name);

    [QueryType]
    private static class ParkQueries
    {
        private static readonly Tree[] All = [Tree.Of(1, "Oak", 20), Tree.Of(2, "Elm", 8)];

        [UsePaging, UseFiltering, UseSorting]
        public static async Task<Page<Tree>> GetTrees(
            PagingArguments paging,
            QueryContext<Tree> query,
            List<LambdaExpression?> seen,
            CancellationToken cancellationToken
        )
        {
            seen.Add(query.Selector);
            return await All.AsQueryable().With(query).ToPageAsync(paging, query.Selector, cancellationToken);
        }

        public static List<Tree> GetAvenue(QueryContext<Tree> query, List<LambdaExpression?> seen)
        {
            seen.Add(query.Selector);
            return query.Selector is { } selector ? [.. All.AsQueryable().Select(selector)] : [.. All];
        }

        public static List<Bench> GetBenches(QueryContext<Bench> query, List<LambdaExpression?> seen)
        {
            seen.Add(query.Selector);
            return [];
        }

        /// <summary>What is returned is not what is queried.</summary>
        public static List<Bench> GetShadyBenches(QueryContext<Tree> query, List<LambdaExpression?> seen)
        {
            seen.Add(query.Selector);
            return [];
        }
    }

    [ObjectType<Tree>]
    private static class TreeType
    {
        public static string Motto => "Grow.";

        public static string Label([Parent("Name  Height")] Tree tree) => $"{tree.Name} of {tree.Height} m";

        public static string Describe([Parent] Tree tree) => $"{tree.Name} ({tree.Id})";

        [BatchResolver]
        public static List<int> Rank([Parent("Height")] IReadOnlyList<Tree> trees) =>
            [.. trees.Select(tree => trees.Count(other => other.Height >= tree.Height))];

        [BatchResolver]
        public static List<int> Place([Parent] IReadOnlyList<Tree> trees) => [.. trees.Select((_, place) => place)];

        public static int Luck(QueryContext<Bench> _) => 7;

        public static string Reach(IResolverContext context) => ((Tree)context.Parent!).Name;

        public static bool Exists([Parent("")] Tree tree) => tree is not null;
    }

    [ObjectType<Tree>]
    private static class TreeNames
    {
        public static string Initial([Parent("Name")] INamed named) => named.Name[..1];
    }

    [Theory]
    [InlineData("{ trees { nodes { height id } } }", "Id Height")]
    [InlineData("{ trees { edges { cursor node { name } } pageInfo { endCursor } } }", "Name")]
    [InlineData("{ trees { a: nodes { name } edges { node { b: height } } } }", "Name Height")]
    [InlineData(
        "{ trees { ...on TreesConnection { nodes { ...Few ...on Tree { planted } } } } } fragment Few on Tree { id }",
        "Id Planted"
    )]
    [InlineData("{ avenue { n: name name } }", "Name")]
    [InlineData("{ avenue { __typename } }", "")]
    [InlineData("{ trees { totalCount } }", "")]
    [InlineData("{ trees { pageInfo { hasNextPage } } }", "")]
    [InlineData("{ avenue { label } }", "Name Height")]
    [InlineData("{ avenue { id rank } }", "Id Height")]
    [InlineData("{ avenue { initial } }", "Name")]
    [InlineData("{ avenue { motto luck exists id } }", "Id")]
    public async Task A_selector_has_the_properties_that_the_fields_below_read(string document, string properties)
    {
        await server.DataAsync(document);

        var made = Assert.IsType<MemberInitExpression>(Assert.Single(selectors)!.Body);
        Assert.Equal(properties, string.Join(' ', made.Bindings.Select(binding => binding.Member.Name)));
    }

    [Theory]
    [InlineData("{ avenue { name describe } }")]
    [InlineData("{ avenue { name isTall } }")]
    [InlineData("{ trees { nodes { id } edges { node { place } } } }")]
    [InlineData("{ avenue { reach } }")]
    [InlineData("{ benches { id } }")]
    [InlineData("{ shadyBenches { id } }")]
    public async Task Rows_are_read_whole_where_it_is_not_known_what_is_read(string document)
    {
        await server.DataAsync(document);

        Assert.Null(Assert.Single(selectors));
    }

    [Fact]
    public async Task What_is_selected_is_answered_from_selected_rows()
    {
        Assert.Equal(
            """{"trees":{"nodes":[{"label":"Elm of 8 m","rank":2,"initial":"E"},{"label":"Oak of 20 m","rank":1,"initial":"O"}]}}""",
            await server.DataAsync("{ trees(order: { height: ASC }) { nodes { label rank initial } } }")
        );
    }

    [Fact]
    public async Task Executions_of_one_plan_get_the_same_selector()
    {
        const string document = "query($tall: Boolean!) { avenue { name height @include(if: $tall) } }";

        await server.DataAsync(document, new { tall = true });
        await server.DataAsync(document, new { tall = false });
        await server.DataAsync(document, new { tall = true });

        Assert.Same(selectors[0], selectors[2]);
        Assert.Equal("row => new Tree() {Name = row.Name, Height = row.Height}", $"{selectors[0]}");
        Assert.Equal("row => new Tree() {Name = row.Name}", $"{selectors[1]}");
    }

    [QueryType]
    private static class ForestQueries
    {
        public static List<Tree> GetForest() => [];
    }

    [ObjectType<Tree>]
    private static class ForestType
    {
        public static string Label([Parent("Name Girth")] Tree tree) => tree.Name;

        [BatchResolver]
        public static List<int> Ranks([Parent("height")] List<Tree> trees) => [.. trees.Select(tree => tree.Height)];
    }

    [Fact]
    public void A_required_name_that_the_parent_lacks_is_an_error_of_the_schema()
    {
        var refused = Assert.Throws<SchemaException>(() =>
            new RequestExecutorBuilder().AddTypes(typeof(ForestQueries), typeof(ForestType)).BuildSchema()
        );

        Assert.Equal(
            [
                "Tree.label requires Girth of its parent, which is no public property of",
                "Tree.ranks requires height of its parent, which is no public property of",
            ],
            refused.Errors.Select(error => error.Message.Split(": ")[1].Split(" AgencyRoi")[0])
        );
    }
}
