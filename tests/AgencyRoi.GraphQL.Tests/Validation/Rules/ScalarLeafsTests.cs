using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class ScalarLeafsTests
{
    [Fact]
    public void Leaves_without_and_composites_with_a_selection_are_valid() =>
        ExpectValid<ScalarLeafs>("{ book { title binding creators { name } } }");

    [Fact]
    public void An_object_interface_or_union_needs_a_selection() =>
        ExpectErrors<ScalarLeafs>(
            """
            {
              book
              node(id: 1)
              search(text: "x")
            }
            """,
            ("""Field "book" of type "Book" must have a selection of subfields.""", "2:3"),
            ("""Field "node" of type "Node" must have a selection of subfields.""", "3:3"),
            ("""Field "search" of type "[Found!]" must have a selection of subfields.""", "4:3")
        );

    [Fact]
    public void A_scalar_or_enum_has_no_selection() =>
        ExpectErrors<ScalarLeafs>(
            "{ book { title { length } binding { name } related { title } trailers } shelves { x } }",
            ("""Field "title" must not have a selection since type "String!" has no subfields.""", "1:16"),
            ("""Field "binding" must not have a selection since type "Binding" has no subfields.""", "1:35"),
            ("""Field "shelves" must not have a selection since type "[String]" has no subfields.""", "1:81")
        );

    [Fact]
    public void Arguments_and_directives_make_no_difference() =>
        ExpectErrors<ScalarLeafs>(
            "{ sum(a: 1, b: 2) @onField { x } }",
            ("""Field "sum" must not have a selection since type "Int" has no subfields.""", "1:28")
        );

    [Fact]
    public void An_unknown_field_is_reported_elsewhere() => ExpectValid<ScalarLeafs>("{ book { nope nope2 { x } } }");

    [Fact]
    public void A_missing_selection_is_suggested() =>
        ExpectMessages<ScalarLeafs>(
            "{ book }",
            """Field "book" of type "Book" must have a selection of subfields. Did you mean "book { ... }"?"""
        );
}
