using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Mutations;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.Binding;

/// <summary>One feature of the binder each, on classes made for it.</summary>
public sealed class BinderTests
{
    private static RequestExecutorBuilder Of(params Type[] types) => new RequestExecutorBuilder().AddTypes(types);

    [QueryType]
    public static class Scalars
    {
        public static string? Text => "a";
        public static long Long => 1;
        public static decimal Money => 3.0m;
        public static Guid Guid => Guid.Empty;
        public static DateTimeOffset Moment => DateTimeOffset.UnixEpoch;
        public static DateOnly Day => new(2020, 2, 29);
        public static TimeSpan Length => TimeSpan.FromSeconds(31);
        public static byte[] Bytes => [1];
        public static double? Ratio => null;
        public static List<string?>? Words => ["a", null];
        public static int[][] Matrix =>
            [
                [1],
                [2, 3],
            ];
    }

    [Fact]
    public async Task Every_dotnet_type_has_its_scalar_and_its_nullability()
    {
        var schema = Of(typeof(Scalars)).BuildSchema();

        Assert.Equal(
            "text: String, long: Long!, money: Decimal!, guid: UUID!, moment: DateTime!, day: LocalDate!, length: Duration!, bytes: Base64String!, ratio: Float, words: [String], matrix: [[Int!]!]!",
            string.Join(", ", schema.QueryType.Fields.Select(field => $"{field.Name}: {field.Type}"))
        );
        Assert.Equal(
            """{"text":"a","long":1,"money":3.0,"guid":"00000000-0000-0000-0000-000000000000","moment":"1970-01-01T00:00:00Z","day":"2020-02-29","length":"PT31S","bytes":"AQ==","ratio":null,"words":["a",null],"matrix":[[1],[2,3]]}""",
            await new LibraryServer(schema).DataAsync("{ text long money guid moment day length bytes ratio words matrix }")
        );
    }

    /// <summary>A choice.</summary>
    [OneOf]
    public sealed record Choice(string? Name, int Number);

    public sealed class Settings
    {
        public string? Name { get; set; } = "unset";
        public required int[] Sizes { get; init; }
        public Optional<string?> Note { get; init; }
        public HashSet<BookFormat>? Formats { get; init; }
    }

    [QueryType]
    public static class Inputs
    {
        public static string Pick(Choice choice) => $"{choice.Name}|{choice.Number}";

        public static string Describe(Settings settings, int times = 2, BookFormat format = BookFormat.HardCover, string? nothing = null) =>
            $"{settings.Name} {string.Join('+', settings.Sizes)} {(settings.Note.HasValue ? settings.Note.Value ?? "null" : "absent")} {string.Join('+', settings.Formats ?? [])} {times} {format} {nothing}";

        public static string Lists(List<int?> numbers, IReadOnlyList<string>? words) => $"{string.Join('+', numbers)} {words?.Count}";

        public static string Moments(DateTime moment, float ratio) => $"{moment:O} {ratio}";
    }

    [Theory]
    [InlineData("""pick(choice: { name: "a" })""", "a|0")]
    [InlineData("pick(choice: { number: 3 })", "|3")]
    [InlineData("describe(settings: { sizes: [1, 2] })", "unset 1+2 absent  2 HardCover ")]
    [InlineData(
        """describe(settings: { name: "n", sizes: 1, note: null, formats: [PAPERBACK, PAPERBACK] }, times: 5, format: PAPERBACK)""",
        "n 1 null Paperback 5 Paperback "
    )]
    [InlineData("""describe(settings: { sizes: [], note: "x" }, nothing: "y")""", "unset  x  2 HardCover y")]
    [InlineData("""lists(numbers: [1, null], words: ["a", "b"])""", "1+ 2")]
    [InlineData("lists(numbers: 1)", "1 ")]
    [InlineData("""moments(moment: "2020-01-01T01:00:00+01:00", ratio: 1.5)""", "2020-01-01T00:00:00.0000000Z 1.5")]
    public async Task Arguments_arrive_as_the_types_that_methods_declare(string field, string expected)
    {
        var answer = await new LibraryServer(Of(typeof(Inputs)).BuildSchema()).AskAsync($"{{ it: {field} }}");

        Assert.Null(answer["errors"]);
        Assert.Equal(expected, (string?)answer["data"]!["it"]);
    }

    public interface IShape
    {
        double Area { get; }
        string Kind => "shape";
    }

    public sealed record Circle(double Area, double Radius) : IShape;

    public sealed record Square(double Area) : IShape
    {
        public string Kind => "square";
    }

    [UnionType("Found")]
    public interface IFound;

    public sealed record Person(string Name) : IFound;

    [InterfaceType<IShape>]
    public static class Shapes
    {
        public static double Double([Parent] IShape shape) => shape.Area * 2;
    }

    [QueryType]
    public static class Abstract
    {
        public static IEnumerable<IShape> Shapes => [new Circle(3, 1), new Square(4)];
        public static IFound Found => new Person("Ada");
    }

    [Fact]
    public async Task Interfaces_and_unions_stand_for_the_registered_types()
    {
        var schema = Of(typeof(Abstract), typeof(Shapes), typeof(Circle), typeof(Square), typeof(Person)).BuildSchema();

        Assert.Equal(
            """{"shapes":[{"__typename":"Circle","area":3,"kind":"shape","double":6,"radius":1},{"__typename":"Square","area":4,"kind":"square","double":8}],"found":{"name":"Ada"}}""",
            await new LibraryServer(schema).DataAsync(
                "{ shapes { __typename area kind double ... on Circle { radius } } found { ... on Person { name } } }"
            )
        );
    }

    public interface IWeighed
    {
        double Kilograms { get; }
    }

    public sealed record Parcel([property: GraphQLIgnore] double Kilograms) : IWeighed;

    public sealed record Letter([property: GraphQLIgnore] double Kilograms) : IWeighed
    {
        public string To { get; } = "Ada";
    }

    /// <summary>No type of the schema.</summary>
    [ExtendObjectType<IWeighed>]
    public static class Weights
    {
        /// <summary>How heavy it is.</summary>
        public static double Grams([Parent] IWeighed weighed) => weighed.Kilograms * 1000;

        [BatchResolver]
        public static Task<IReadOnlyList<int>> PlaceAsync([Parent] IReadOnlyList<IWeighed> all) =>
            Task.FromResult<IReadOnlyList<int>>([.. all.Select((_, place) => place)]);
    }

    [ExtendObjectType<Letter>]
    public static class LetterWeights
    {
        public static string Grams([Parent] Letter letter) => $"{letter.Kilograms * 1000} g";
    }

    [QueryType]
    public static class Post
    {
        public static IEnumerable<Parcel> Parcels => [new(1), new(2)];
        public static Letter Letter => new(0.02);
    }

    [Fact]
    public async Task An_extension_of_an_interface_extends_every_object_type_that_has_it_unless_it_says_the_same_itself()
    {
        var schema = Of(typeof(Post), typeof(Weights), typeof(LetterWeights)).BuildSchema();

        Assert.Null(schema.FindType("IWeighed"));
        Assert.Empty(((ObjectType)schema.FindType("Parcel")!).Interfaces);
        Assert.Equal("How heavy it is.", ((ObjectType)schema.FindType("Parcel")!).Fields["grams"]!.Description);
        Assert.Equal(
            """{"parcels":[{"grams":1000,"place":0},{"grams":2000,"place":1}],"letter":{"to":"Ada","grams":"20 g","place":0}}""",
            await new LibraryServer(schema).DataAsync("{ parcels { grams place } letter { to grams place } }")
        );
    }

    [InterfaceType("Weighed")]
    public interface IHasWeight
    {
        double Kilograms { get; }
    }

    public sealed record Stone(double Kilograms) : IHasWeight;

    [QueryType]
    public static class Quarry
    {
        public static Stone Stone => new(3);
    }

    [Fact]
    public async Task An_interface_that_is_registered_is_in_the_schema_without_a_field_that_leads_to_it()
    {
        var schema = Of(typeof(Quarry), typeof(IHasWeight)).BuildSchema();

        Assert.Equal(["Weighed"], ((ObjectType)schema.FindType("Stone")!).Interfaces.Select(type => type.Name));
        Assert.Equal(
            """{"stone":{"kilograms":3}}""",
            await new LibraryServer(schema).DataAsync("{ stone { ... on Weighed { kilograms } } }")
        );
    }

    [QueryType]
    public static class Guarded
    {
        public static string Open => "open";

        [Authorize("owners")]
        public static string Secret => "secret";

        [Authorize("four eyes"), Authorize("owners")]
        public static Task<int> CountAsync() => Task.FromResult(1);
    }

    [Fact]
    public async Task An_unmet_demand_makes_the_field_null_and_only_it()
    {
        var role = "owner";
        var builder = Of(typeof(Guarded))
            .ModifyOptions(options =>
                options.Authorize = (_, demand) => ValueTask.FromResult(demand.Policy == "owners" && role == "owner")
            );
        var server = new LibraryServer(builder.BuildSchema());

        Assert.Equal("""{"open":"open","secret":"secret"}""", await server.DataAsync("{ open secret }"));
        Assert.Equal("FORBIDDEN", await server.ErrorCodeAsync("{ count }"));
        role = "viewer";
        var answer = await server.AskAsync("{ open secret }");
        Assert.Equal("""{"open":"open","secret":null}""", answer["data"]!.ToJsonString());
        Assert.Equal("FORBIDDEN", (string?)answer["errors"]![0]!["extensions"]!["code"]);
    }

    [QueryType]
    public static class Surroundings
    {
        public static Nested Nested(IFieldContext context, IServiceProvider services, CancellationToken cancellationToken) =>
            new($"{context.IsSelected("inner", "name")} {services is not null} {cancellationToken.CanBeCanceled}", null);

        public static int Implicit(Shelf shelf) => shelf.Books.Count;
    }

    public sealed record Nested(string Text, Person? Inner);

    [Fact]
    public async Task Parameters_come_from_the_operation()
    {
        var server = new LibraryServer(
            Of(typeof(Surroundings)).ModifyOptions(options => options.IsService = type => type == typeof(Shelf)).BuildSchema()
        );

        Assert.Equal(
            """{"nested":{"text":"True True True","inner":null},"implicit":0}""",
            await server.DataAsync("{ nested { text inner { name } } implicit }")
        );
    }

    public sealed class TooLateException(int hours) : Exception("Too late.")
    {
        public int Hours { get; } = hours;
    }

    [MutationType]
    public static class Late
    {
        [Error<TooLateException>]
        public static bool Cancel(int hours) =>
            hours < 3 ? true : throw new AggregateException(new TooLateException(hours), new TooLateException(9));

        [UseMutationConvention(PayloadFieldName = "done")]
        public static bool Stop(string why) => why.Length > 0;
    }

    [Fact]
    public async Task An_exception_type_is_an_error_with_its_own_properties()
    {
        var server = new LibraryServer(Of(typeof(Inputs), typeof(Late)).AddMutationConventions().BuildSchema());

        Assert.Equal(
            """{"cancel":{"boolean":null,"errors":[{"message":"Too late.","hours":5},{"message":"Too late.","hours":9}]}}""",
            await server.DataAsync(
                "mutation { cancel(input: { hours: 5 }) { boolean errors { ... on Error { message } ... on TooLateError { hours } } } }"
            )
        );
        Assert.Equal(
            """{"cancel":{"boolean":true,"errors":null}}""",
            await server.DataAsync("mutation { cancel(input: { hours: 1 }) { boolean errors { __typename } } }")
        );
        Assert.Equal(
            """{"stop":{"done":true}}""",
            await server.DataAsync("mutation($input: StopInput!) { stop(input: $input) { done } }", new { input = new { why = "x" } })
        );
    }

    public sealed class Safe
    {
        /// <summary>What it holds.</summary>
        public decimal Content { get; init; } = 7;

        public string Name { get; init; } = "safe";
    }

    [ObjectType<Safe>]
    public static class SafeType
    {
        [StaffOnly]
        public static string Content([Parent] Safe safe) => $"{safe.Content} gold";
    }

    [QueryType]
    public static class Safes
    {
        public static Safe Safe => new();
    }

    [Fact]
    public void A_method_replaces_the_property_and_when_left_out_hides_it_still()
    {
        var builder = Of(typeof(Safes), typeof(SafeType));
        var staff = (ObjectType)builder.BuildSchema().FindType("Safe")!;
        var portal = (ObjectType)
            builder
                .ModifyOptions(options => options.IncludeMember = member => !member.Has<StaffOnlyAttribute>())
                .BuildSchema()
                .FindType("Safe")!;

        Assert.Equal("String!", staff.Fields["content"]!.Type.ToString());
        Assert.Equal("What it holds.", staff.Fields["content"]!.Description);
        Assert.Null(portal.Fields["content"]);
    }

    [QueryType]
    public static class Broken
    {
        public static Dictionary<string, int> Map => [];

        public static Task Nothing() => Task.CompletedTask;

        public static string Twice() => "";

        public static Task<string> TwiceAsync() => Task.FromResult("");

        [GraphQLName("not a name")]
        public static string Misnamed => "";

        [Authorize]
        public static string Unguarded => "";
    }

    [Fact]
    public void All_problems_are_told_at_once_by_the_names_of_their_members()
    {
        var problems = Assert
            .Throws<SchemaException>(() => Of(typeof(Broken)).BuildSchema())
            .Errors.Select(error => error.Message)
            .ToList();

        Assert.Equal(4, problems.Count);
        foreach (var member in new[] { "Map", "Nothing", "TwiceAsync", "Unguarded" })
            Assert.Contains(problems, problem => problem.StartsWith($"{typeof(Broken).FullName}.{member}:", StringComparison.Ordinal));
    }

    [QueryType]
    public static class Misnamed
    {
        [GraphQLName("__taken")]
        public static string Field => "";
    }

    [Fact]
    public void A_broken_rule_of_the_schema_names_the_member_too()
    {
        var problem = Assert.Single(Assert.Throws<SchemaException>(() => Of(typeof(Misnamed)).BuildSchema()).Errors);

        Assert.Contains("__taken", problem.Message);
        Assert.Contains($"{typeof(Misnamed).FullName}.Field", problem.Message);
    }
}
