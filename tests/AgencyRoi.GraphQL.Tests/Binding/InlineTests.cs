using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.Binding;

/// <summary>Inputs that hold a record's members among their own, to be stated or to be changed.</summary>
public sealed class InlineTests
{
    public sealed record Letter
    {
        [GivenOnce]
        public required string To { get; init; }
        public required int Pages { get; init; }
        public decimal Weight { get; init; } = 1.5m;
        public string? Note { get; init; }

        [GraphQLIgnore]
        public string Stamp { get; init; } = "none";
    }

    public sealed record SendInput
    {
        [Inline]
        public required Letter Letter { get; init; }
        public bool IsUrgent { get; init; }
    }

    public sealed record ChangeInput(int Id, [property: Inline] Changes<Letter> Changes);

    [QueryType]
    public static class Post
    {
        public static string Send(SendInput input) => $"{input.Letter} {input.IsUrgent}";

        public static string Change(ChangeInput input) =>
            input
                .Changes.ApplyTo(
                    new Letter
                    {
                        To = "Ana",
                        Pages = 3,
                        Weight = 2m,
                        Note = "soon",
                        Stamp = "red",
                    }
                )
                .ToString();
    }

    private static Schema Schema => new RequestExecutorBuilder().AddTypes(typeof(Post)).BuildSchema();

    [Theory]
    [InlineData("SendInput", "to: String!, pages: Int!, weight: Decimal! = 1.5, note: String, isUrgent: Boolean! = false")]
    [InlineData("ChangeInput", "id: Int!, pages: Int, weight: Decimal, note: String")]
    public void The_fields_of_a_record_stand_among_those_of_the_input(string type, string fields) =>
        Assert.Equal(
            fields,
            string.Join(
                ", ",
                Schema
                    .Types.OfType<InputObjectType>()
                    .Single(input => input.Name == type)
                    .Fields.Select(field =>
                        $"{field.Name}: {field.Type}{(field.DefaultValue is { } value ? $" = {Printer.Print(value)}" : "")}"
                    )
            )
        );

    [Theory]
    [InlineData("""send(input: { to: "Bo", pages: 2 })""", "Letter { To = Bo, Pages = 2, Weight = 1.5, Note = , Stamp = none } False")]
    [InlineData(
        """send(input: { to: "Bo", pages: 2, weight: 3, note: "x", isUrgent: true })""",
        "Letter { To = Bo, Pages = 2, Weight = 3, Note = x, Stamp = none } True"
    )]
    [InlineData("change(input: { id: 1 })", "Letter { To = Ana, Pages = 3, Weight = 2, Note = soon, Stamp = red }")]
    [InlineData("change(input: { id: 1, pages: 9 })", "Letter { To = Ana, Pages = 9, Weight = 2, Note = soon, Stamp = red }")]
    [InlineData("change(input: { id: 1, note: null })", "Letter { To = Ana, Pages = 3, Weight = 2, Note = , Stamp = red }")]
    [InlineData("change(input: { id: 1, weight: null })", "Letter { To = Ana, Pages = 3, Weight = 2, Note = soon, Stamp = red }")]
    public async Task A_record_is_stated_and_changed_by_the_members_that_are_given(string field, string expected)
    {
        var answer = await new LibraryServer(Schema).AskAsync($"{{ it: {field} }}");

        Assert.Null(answer["errors"]);
        Assert.Equal(expected, (string?)answer["data"]!["it"]);
    }

    public sealed class Mutable
    {
        public string? Name { get; set; }
    }

    public sealed record ChangeMutableInput([property: Inline] Changes<Mutable> Changes);

    [QueryType]
    public static class Other
    {
        public static string Change(ChangeMutableInput input) => $"{input}";
    }

    [Fact]
    public void What_is_no_record_has_no_changes() =>
        Assert.Contains(
            "Mutable is no record",
            Assert.Throws<SchemaException>(() => new RequestExecutorBuilder().AddTypes(typeof(Other)).BuildSchema()).Message,
            StringComparison.Ordinal
        );
}
