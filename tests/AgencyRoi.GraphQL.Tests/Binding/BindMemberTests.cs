using System.Reflection;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Data;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.Binding;

/// <summary>A field that stands for a property of another name, such as an object for its id.</summary>
public sealed class BindMemberTests
{
    public interface IOfAuthor
    {
        int AuthorId { get; }
    }

    public sealed record Author(int Id);

    public sealed class Essay : IOfAuthor
    {
        /// <summary>Who wrote it.</summary>
        public int AuthorId => 7;
        public int PageCount { get; } = 3;
    }

    public sealed class Letter : IOfAuthor
    {
        [GraphQLIgnore]
        public int AuthorId => 8;
        public int PageCount { get; } = 1;
    }

    [ExtendObjectType<IOfAuthor>]
    public static class AuthorOf
    {
        [BindMember(nameof(IOfAuthor.AuthorId))]
        public static Author GetAuthor([Parent] IOfAuthor text) => new(text.AuthorId);
    }

    [ExtendObjectType<Essay>]
    public static class Wrong
    {
        [BindMember("Publisher")]
        public static Author GetPublisher([Parent] Essay essay) => new(essay.AuthorId);
    }

    [QueryType]
    public static class Library
    {
        [UseFiltering]
        public static IReadOnlyList<Essay> Essays => [new()];
        public static Letter Letter => new();
    }

    [Fact]
    public void The_field_is_in_place_of_the_property_and_filters_keep_the_propertys_name()
    {
        var schema = Build();

        var author = Fields(schema, "Essay").Single(field => field.Name == "author");
        Assert.Equal("Who wrote it.", author.Description);
        Assert.DoesNotContain(Fields(schema, "Essay"), field => field.Name == "authorId");
        Assert.NotNull(((InputObjectType)schema.FindType("EssayFilterInput")!).Fields["authorId"]);
    }

    [Fact]
    public void Where_the_property_is_left_out_the_field_is_too() =>
        Assert.Equal("pageCount", Assert.Single(Fields(Build(), "Letter")).Name);

    [Fact]
    public void Where_the_field_is_left_out_the_property_does_not_come_back()
    {
        var schema = Build(options => options.IncludeMember = member => member is not MethodInfo { Name: nameof(AuthorOf.GetAuthor) });

        Assert.Equal("pageCount", Assert.Single(Fields(schema, "Essay")).Name);
        Assert.Null(((InputObjectType)schema.FindType("EssayFilterInput")!).Fields["authorId"]);
    }

    [Fact]
    public void A_property_that_is_none_is_told_when_the_schema_is_made()
    {
        var problem = Assert.Throws<SchemaException>(() => Build(more: typeof(Wrong)));

        Assert.Contains("Publisher, which is no public property of", problem.Message, StringComparison.Ordinal);
    }

    private static MemberList<FieldDefinition> Fields(Schema schema, string type) => ((ObjectType)schema.FindType(type)!).Fields;

    private static Schema Build(Action<SchemaOptions>? options = null, params Type[] more) =>
        new RequestExecutorBuilder()
            .AddFiltering()
            .ModifyOptions(options ?? (_ => { }))
            .AddTypes([typeof(Library), typeof(AuthorOf), .. more])
            .BuildSchema();
}
