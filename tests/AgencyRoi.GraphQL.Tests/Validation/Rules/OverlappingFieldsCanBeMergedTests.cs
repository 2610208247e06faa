using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.Validation;
using AgencyRoi.GraphQL.Validation.Limits;
using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class OverlappingFieldsCanBeMergedTests
{
    [Fact]
    public void Identical_fields_merge() =>
        ExpectValid<OverlappingFieldsCanBeMerged>(
            "{ book { title title a: pages a: pages related(first: 1, kind: SEQUEL) { id } related(kind: SEQUEL, first: 1) { title } } }"
        );

    [Fact]
    public void Identical_directives_are_not_needed() =>
        ExpectValid<OverlappingFieldsCanBeMerged>("{ book { title @include(if: true) title @include(if: false) } }");

    [Fact]
    public void Different_arguments_under_different_aliases_merge() =>
        ExpectValid<OverlappingFieldsCanBeMerged>("{ book { a: related(first: 1) { id } b: related(first: 2) { id } } }");

    [Fact]
    public void Different_arguments_in_exclusive_types_merge() =>
        ExpectValid<OverlappingFieldsCanBeMerged>(
            "{ item { ... on Book { related(first: 1) { id } } ... on Film { related(first: 2) { id } } } }"
        );

    [Fact]
    public void Input_objects_merge_whatever_their_order() =>
        ExpectValid<OverlappingFieldsCanBeMerged>(
            """{ works(filter: {titleContains: "x", years: {from: 1, to: 2}}) { id } works(filter: {years: {to: 2, from: 1}, titleContains: "x"}) { title } }"""
        );

    [Fact]
    public void Different_fields_under_one_name_conflict() =>
        ExpectErrors<OverlappingFieldsCanBeMerged>(
            """
            {
              book {
                a: title
                a: shelf
              }
            }
            """,
            (
                """Fields "a" conflict because "title" and "shelf" are different fields. Use different aliases on the fields to fetch both if this was intentional.""",
                "3:5 4:5"
            )
        );

    [Fact]
    public void An_alias_over_a_field_conflicts() =>
        ExpectErrors<OverlappingFieldsCanBeMerged>(
            "{ book { title: shelf title } }",
            (
                """Fields "title" conflict because "shelf" and "title" are different fields. Use different aliases on the fields to fetch both if this was intentional.""",
                "1:10 1:23"
            )
        );

    [Fact]
    public void Different_arguments_conflict() =>
        ExpectErrors<OverlappingFieldsCanBeMerged>(
            "{ book { related(first: 1) { id } related(first: 2) { id } } }",
            (
                """Fields "related" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.""",
                "1:10 1:35"
            )
        );

    [Fact]
    public void An_absent_argument_conflicts() =>
        ExpectErrors<OverlappingFieldsCanBeMerged>(
            "{ book { related { id } related(first: 3) { id } } }",
            (
                """Fields "related" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.""",
                "1:10 1:25"
            )
        );

    [Fact]
    public void A_block_string_and_a_string_are_different_arguments() =>
        ExpectErrors<OverlappingFieldsCanBeMerged>(
            """"{ person(id: "x") { id } person(id: """x""") { id } }"""",
            (
                """Fields "person" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.""",
                "1:3 1:26"
            )
        );

    [Fact]
    public void Conflicts_in_fragments_are_found() =>
        ExpectErrors<OverlappingFieldsCanBeMerged>(
            """
            { book { ...A ...B } }
            fragment A on Book { x: title }
            fragment B on Book { x: shelf }
            """,
            (
                """Fields "x" conflict because "title" and "shelf" are different fields. Use different aliases on the fields to fetch both if this was intentional.""",
                "2:22 3:22"
            )
        );

    [Fact]
    public void Each_conflict_is_reported_once() =>
        ExpectErrors<OverlappingFieldsCanBeMerged>(
            """
            {
              book { ...A ...B }
              b2: book { ...B ...C }
              b3: book { ...A ...B ...C x: binding }
            }
            fragment A on Book { x: title }
            fragment B on Book { x: shelf }
            fragment C on Book { x: id }
            """,
            (
                """Fields "x" conflict because "title" and "shelf" are different fields. Use different aliases on the fields to fetch both if this was intentional.""",
                "6:22 7:22"
            ),
            (
                """Fields "x" conflict because "shelf" and "id" are different fields. Use different aliases on the fields to fetch both if this was intentional.""",
                "7:22 8:22"
            ),
            (
                """Fields "x" conflict because "binding" and "title" are different fields. Use different aliases on the fields to fetch both if this was intentional.""",
                "4:29 6:22"
            ),
            (
                """Fields "x" conflict because "title" and "id" are different fields. Use different aliases on the fields to fetch both if this was intentional.""",
                "6:22 8:22"
            ),
            (
                """Fields "x" conflict because "binding" and "shelf" are different fields. Use different aliases on the fields to fetch both if this was intentional.""",
                "4:29 7:22"
            ),
            (
                """Fields "x" conflict because "binding" and "id" are different fields. Use different aliases on the fields to fetch both if this was intentional.""",
                "4:29 8:22"
            )
        );

    [Fact]
    public void Nested_conflicts_name_the_way() =>
        ExpectErrors<OverlappingFieldsCanBeMerged>(
            """
            {
              book { sequel { a: title } }
              book { sequel { a: shelf } }
            }
            """,
            (
                """Fields "book" conflict because subfields "sequel" conflict because subfields "a" conflict because "title" and "shelf" are different fields. Use different aliases on the fields to fetch both if this was intentional.""",
                "2:3 2:10 2:19 3:3 3:10 3:19"
            )
        );

    [Fact]
    public void Several_nested_conflicts_are_one_error() =>
        ExpectErrors<OverlappingFieldsCanBeMerged>(
            """
            {
              book { a: title b: pages }
              book { a: shelf b: length }
            }
            """,
            (
                """Fields "book" conflict because subfields "a" conflict because "title" and "shelf" are different fields and subfields "b" conflict because "pages" and "length" are different fields. Use different aliases on the fields to fetch both if this was intentional.""",
                "2:3 2:10 2:19 3:3 3:10 3:19"
            )
        );

    [Fact]
    public void A_deep_conflict_is_reported_at_the_nearest_common_set() =>
        ExpectErrors<OverlappingFieldsCanBeMerged>(
            """
            {
              book {
                sequel { sequel { x: title } }
                sequel { sequel { x: shelf } }
              }
            }
            """,
            (
                """Fields "sequel" conflict because subfields "sequel" conflict because subfields "x" conflict because "title" and "shelf" are different fields. Use different aliases on the fields to fetch both if this was intentional.""",
                "3:5 3:14 3:23 4:5 4:14 4:23"
            )
        );

    [Fact]
    public void Exclusive_types_must_have_the_same_shape() =>
        ExpectErrors<OverlappingFieldsCanBeMerged>(
            "{ item { ... on Book { length } ... on Film { length } ... on Chart { length } } }",
            (
                """Fields "length" conflict because they return conflicting types "Int" and "Float". Use different aliases on the fields to fetch both if this was intentional.""",
                "1:24 1:47"
            ),
            (
                """Fields "length" conflict because they return conflicting types "Int" and "[Int]". Use different aliases on the fields to fetch both if this was intentional.""",
                "1:24 1:71"
            ),
            (
                """Fields "length" conflict because they return conflicting types "Float" and "[Int]". Use different aliases on the fields to fetch both if this was intentional.""",
                "1:47 1:71"
            )
        );

    [Fact]
    public void Non_null_and_list_belong_to_the_shape() =>
        ExpectErrors<OverlappingFieldsCanBeMerged>(
            "{ item { ... on Book { x: title } ... on Chart { x: title } ... on Film { x: trailers } } }",
            (
                """Fields "x" conflict because they return conflicting types "String!" and "String". Use different aliases on the fields to fetch both if this was intentional.""",
                "1:24 1:50"
            ),
            (
                """Fields "x" conflict because they return conflicting types "String!" and "[String!]". Use different aliases on the fields to fetch both if this was intentional.""",
                "1:24 1:75"
            ),
            (
                """Fields "x" conflict because they return conflicting types "String" and "[String!]". Use different aliases on the fields to fetch both if this was intentional.""",
                "1:50 1:75"
            )
        );

    [Fact]
    public void Exclusive_types_with_different_nested_shapes_conflict() =>
        ExpectErrors<OverlappingFieldsCanBeMerged>(
            "{ item { ... on Book { x: creators { y: id } } ... on Film { x: creators { y: name } } } }",
            (
                """Fields "x" conflict because subfields "y" conflict because they return conflicting types "ID!" and "String!". Use different aliases on the fields to fetch both if this was intentional.""",
                "1:24 1:38 1:62 1:76"
            )
        );

    [Fact]
    public void Exclusive_composite_fields_merge_when_their_shapes_do() =>
        ExpectValid<OverlappingFieldsCanBeMerged>(
            "{ item { ... on Book { x: creators { y: id } } ... on Film { x: creators { y: id z: name } } } }"
        );

    [Fact]
    public void An_interface_is_not_exclusive() =>
        ExpectErrors<OverlappingFieldsCanBeMerged>(
            "{ item { ... on Work { x: title } ... on Film { x: id } } }",
            (
                """Fields "x" conflict because "title" and "id" are different fields. Use different aliases on the fields to fetch both if this was intentional.""",
                "1:24 1:49"
            )
        );

    [Fact]
    public void A_fragment_in_a_cycle_ends() =>
        ExpectValid<OverlappingFieldsCanBeMerged>(
            "fragment A on Book { sequel { ...B } ...A } fragment B on Book { sequel { ...A } ...B ...A }"
        );

    [Fact]
    public void Unknown_types_and_fragments_are_no_conflict() =>
        ExpectValid<OverlappingFieldsCanBeMerged>("{ item { ... on Nope { x: a } ... on Nope { x: a } ...Nope } }");

    [Fact]
    public void Comparisons_are_limited()
    {
        const string document = "{ book { id id id } }";

        Assert.Null(RefusedBy(document, DocumentLimits.Off with { MaxAllowedFieldMergeComparisons = 3 }));
        Assert.Equal("TOO_MANY_MERGE_COMPARISONS", RefusedBy(document, DocumentLimits.Off with { MaxAllowedFieldMergeComparisons = 2 }));
    }

    [Fact]
    public void Fragments_are_visited_in_pairs_and_those_visits_are_limited()
    {
        // The set with A, B and C, then AB, AC, BC.
        const string document =
            "{ book { id ...A ...B ...C } } fragment A on Book { id } fragment B on Book { id } fragment C on Book { id }";

        Assert.Null(RefusedBy(document, DocumentLimits.Off with { MaxAllowedFragmentVisits = 6 }));
        Assert.Equal("TOO_MANY_MERGE_COMPARISONS", RefusedBy(document, DocumentLimits.Off with { MaxAllowedFragmentVisits = 5 }));
    }

    [Fact]
    public void Thousands_of_fields_with_different_selections_are_refused_in_bounded_work()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 3_000).Select(i => $"sequel {{ sequel {{ a{i}: id b{i % 7}: title }} }}"));

        Assert.Equal("TOO_MANY_MERGE_COMPARISONS", RefusedBy($"{{ book {{ {fields} }} }}", OnlyMerging));
    }

    [Fact]
    public void Fragments_that_spread_each_other_in_every_order_are_refused_in_bounded_work()
    {
        var spreads = string.Join(' ', Enumerable.Range(0, 100).Select(i => $"...F{i}"));
        var fragments = string.Concat(Enumerable.Range(0, 100).Select(i => $" fragment F{i} on Book {{ sequel {{ {spreads} }} }}"));

        var errors = Validator.Validate(
            LibrarySchema.Schema,
            Parse($"{{ book {{ {spreads} }} }}{fragments}"),
            Unlimited with
            {
                Limits = OnlyMerging with { MaxAllowedFragmentVisits = 1_000 },
            }
        );

        Assert.NotEmpty(errors);
        Assert.NotNull(errors[^1].Code);
    }

    [Fact]
    public void A_chain_of_fragments_longer_than_the_stack_is_refused()
    {
        const int length = 40_000;
        var chains = string.Concat(
            Enumerable
                .Range(0, length)
                .Select(i => $" fragment A{i} on Book {{ x: id ...A{i + 1} }} fragment B{i} on Book {{ y: id ...B{i + 1} }}")
        );

        var document = Parse($"fragment Both on Book {{ ...A0 ...B0 }}{chains}");
        var errors = Validator.Validate(
            LibrarySchema.Schema,
            document,
            Unlimited with
            {
                MaxAllowedErrors = 2,
            },
            new RuleSet(RuleSet.Rule<OverlappingFieldsCanBeMerged>())
        );

        Assert.Equal("TOO_MANY_MERGE_COMPARISONS", LimitOf(Assert.Single(errors)));
    }

    private static DocumentLimits OnlyMerging =>
        DocumentLimits.Off with
        {
            MaxAllowedFieldMergeComparisons = new DocumentLimits().MaxAllowedFieldMergeComparisons,
        };
}
