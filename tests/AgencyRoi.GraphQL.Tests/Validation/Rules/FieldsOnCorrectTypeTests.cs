using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class FieldsOnCorrectTypeTests
{
    [Fact]
    public void Fields_of_object_interface_and_meta_fields_are_known() =>
        ExpectValid<FieldsOnCorrectType>(
            """{ __typename __schema { types { name } } __type(name: "Book") { name } book { title: shelf __typename } node(id: 1) { id ... on Loanable { shelf } } item { __typename } }"""
        );

    [Fact]
    public void An_unknown_field_is_refused_and_not_looked_into() =>
        ExpectErrors<FieldsOnCorrectType>("{ book { nope { deeper } } }", ("""Cannot query field "nope" on type "Book".""", "1:10"));

    [Fact]
    public void An_alias_does_not_help() =>
        ExpectErrors<FieldsOnCorrectType>("{ book { title: nope } }", ("""Cannot query field "nope" on type "Book".""", "1:10"));

    [Fact]
    public void A_field_of_an_implementation_is_not_the_interfaces() =>
        ExpectErrors<FieldsOnCorrectType>("{ node(id: 1) { title } }", ("""Cannot query field "title" on type "Node".""", "1:17"));

    [Fact]
    public void A_union_has_no_fields_of_its_own() =>
        ExpectErrors<FieldsOnCorrectType>("{ item { id } }", ("""Cannot query field "id" on type "Item".""", "1:10"));

    [Fact]
    public void Schema_fields_stand_at_the_query_root_only() =>
        ExpectErrors<FieldsOnCorrectType>(
            """mutation { __schema { types { name } } giveBack(id: 1) { __type(name: "Book") { name } } }""",
            ("""Cannot query field "__schema" on type "Mutation".""", "1:12"),
            ("""Cannot query field "__type" on type "Loan".""", "1:58")
        );

    [Fact]
    public void A_fragment_selects_on_its_own_type() =>
        ExpectErrors<FieldsOnCorrectType>(
            "{ book { ...F ... on Work { pages } ... { minutes } } } fragment F on Film { pages }",
            ("""Cannot query field "pages" on type "Work".""", "1:29"),
            ("""Cannot query field "minutes" on type "Book".""", "1:43"),
            ("""Cannot query field "pages" on type "Film".""", "1:78")
        );

    [Fact]
    public void Below_an_unknown_type_nothing_is_reported() =>
        ExpectValid<FieldsOnCorrectType>("{ item { ... on Nope { anything } } } fragment F on Int { anything }");

    [Fact]
    public void A_misspelt_field_is_suggested() =>
        ExpectMessages<FieldsOnCorrectType>("{ book { titel } }", """Cannot query field "titel" on type "Book". Did you mean "title"?""");

    [Fact]
    public void A_field_of_possible_types_suggests_an_inline_fragment_on_the_widest_first() =>
        ExpectMessages<FieldsOnCorrectType>(
            "{ item { shelf id } node(id: 1) { pages } }",
            """Cannot query field "shelf" on type "Item". Did you mean to use an inline fragment on "Loanable", "Book", or "Film"?""",
            """Cannot query field "id" on type "Item". Did you mean to use an inline fragment on "Node", "Work", "Chart", "Book", or "Film"?""",
            """Cannot query field "pages" on type "Node". Did you mean to use an inline fragment on "Book"?"""
        );

    [Fact]
    public void Nothing_near_is_not_suggested() =>
        ExpectMessages<FieldsOnCorrectType>("{ book { zzzzzz } }", """Cannot query field "zzzzzz" on type "Book".""");
}
