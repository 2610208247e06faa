using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Tests.Validation.Rules;
using AgencyRoi.GraphQL.Validation;
using AgencyRoi.GraphQL.Validation.Limits;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Limits;

/// <summary>Each limit alone: a document at it passes, one past it is refused.</summary>
public sealed class DocumentLimitsTests
{
    private static readonly DocumentLimits Off = DocumentLimits.Off;

    [Fact]
    public void The_defaults_are_the_products() =>
        Assert.Equal(
            new DocumentLimits
            {
                MaxAllowedExecutionDepth = 10,
                MaxRootFields = 20,
                MaxMutationRootFields = 5,
                MaxIntrospectionRoots = 1,
                MaxAllowedOfTypeDepth = 16,
                MaxAliases = 30,
                MaxFieldRepeats = 30,
                MaxDirectivesPerLocation = 4,
                MaxAllowedDirectives = 50,
                MaxListLength = 250,
                MaxTerms = 100,
                MaxTermNesting = 8,
                MaxValues = 1_000,
                MaxStringLength = 10_000,
                MaxAllowedFragmentVisits = 1_000,
                MaxAllowedFieldMergeComparisons = 50_000,
            },
            ValidationOptions.Default.Limits
        );

    [Fact]
    public void Depth_counts_fields_through_fragments_and_inline_fragments()
    {
        var limits = Off with { MaxAllowedExecutionDepth = 3 };

        Assert.Null(RefusedBy("{ book { sequel { ...F } } } fragment F on Book { ... { ... on Work { title } } }", limits));
        Assert.Equal("TOO_DEEP", RefusedBy("{ book { sequel { ...F } } } fragment F on Book { ... { sequel { title } } }", limits));
    }

    [Fact]
    public void Depth_built_from_nested_fragments_is_refused_by_default()
    {
        var fragments = string.Concat(Enumerable.Range(0, 12).Select(i => $" fragment F{i} on Book {{ id sequel {{ id ...F{i + 1} }} }}"));

        Assert.Equal("TOO_DEEP", RefusedBy($"{{ book {{ ...F0 }} }}{fragments} fragment F12 on Book {{ id }}", new DocumentLimits()));
    }

    [Fact]
    public void Introspection_is_outside_the_depth() =>
        Assert.Null(RefusedBy("{ __schema { types { fields { type { ofType { name } } } } } }", Off with { MaxAllowedExecutionDepth = 1 }));

    [Fact]
    public void The_usual_introspection_query_is_within_all_limits() =>
        Assert.Null(RefusedBy(Rules.MaxIntrospectionDepthTests.UsualQuery, new DocumentLimits()));

    [Fact]
    public void OfType_has_a_depth_of_its_own()
    {
        Assert.Null(RefusedBy(OfTypes(16), new DocumentLimits()));
        Assert.Equal("INTROSPECTION_TOO_DEEP", RefusedBy(OfTypes(17), new DocumentLimits()));

        static string OfTypes(int count) =>
            "{ __type(name: \"Book\") { "
            + string.Concat(Enumerable.Repeat("ofType { ", count))
            + "name"
            + string.Concat(Enumerable.Repeat(" }", count + 2));
    }

    [Fact]
    public void Introspection_has_one_root()
    {
        var limits = Off with { MaxIntrospectionRoots = 1 };

        Assert.Null(RefusedBy("{ __typename a: __typename __type(name: \"Book\") { name } }", limits));
        Assert.Equal("TOO_MANY_INTROSPECTION_FIELDS", RefusedBy("{ __schema { description } __type(name: \"Book\") { name } }", limits));
    }

    [Fact]
    public void Root_fields_are_entries_of_the_answer()
    {
        var limits = Off with { MaxRootFields = 2 };

        Assert.Null(RefusedBy("{ book { title } item { __typename } ...F } fragment F on Query { book { id } book { pages } }", limits));
        Assert.Equal(
            "TOO_MANY_ROOT_FIELDS",
            RefusedBy("{ book { title } item { __typename } ...F } fragment F on Query { again: book { id } }", limits)
        );
    }

    [Fact]
    public void Mutations_have_a_limit_of_their_own()
    {
        Assert.Null(RefusedBy(Mutations(5), new DocumentLimits()));
        Assert.Equal("TOO_MANY_ROOT_FIELDS", RefusedBy(Mutations(6), new DocumentLimits()));

        static string Mutations(int count) =>
            $"mutation {{ {string.Join(' ', Enumerable.Range(0, count).Select(i => $"m{i}: giveBack(id: {i}) {{ days }}"))} }}";
    }

    [Fact]
    public void Aliases_count_as_often_as_their_fragment_is_spread()
    {
        var limits = Off with { MaxAliases = 4 };

        Assert.Null(RefusedBy("{ book { ...F } a: book { ...F } b: book { id } } fragment F on Book { t: title }", limits));
        Assert.Equal(
            "TOO_MANY_ALIASES",
            RefusedBy("{ book { ...F } a: book { ...F } b: book { ...F } } fragment F on Book { t: title }", limits)
        );
    }

    [Fact]
    public void A_hundred_aliases_are_refused_by_default() =>
        Assert.Equal(
            "TOO_MANY_ALIASES",
            RefusedBy($"{{ book {{ {string.Join(' ', Enumerable.Range(0, 101).Select(i => $"a{i}: id"))} }} }}", new DocumentLimits())
        );

    [Fact]
    public void Repeats_are_counted_per_entry_of_the_answer()
    {
        var limits = Off with { MaxFieldRepeats = 3 };

        Assert.Null(RefusedBy("{ book { title title ...F } person { id id id } } fragment F on Book { title id }", limits));
        Assert.Equal(
            "TOO_MANY_FIELD_REPEATS",
            RefusedBy("{ book { title title ...F } book { title } } fragment F on Book { title }", limits)
        );
    }

    [Fact]
    public void Five_hundred_repeats_are_refused_by_default() =>
        Assert.Equal(
            "TOO_MANY_FIELD_REPEATS",
            RefusedBy($"{{ book {{ {string.Join(' ', Enumerable.Repeat("title", 500))} }} }}", new DocumentLimits())
        );

    [Fact]
    public void Directives_are_limited_at_one_place()
    {
        var limits = Off with { MaxDirectivesPerLocation = 2 };

        Assert.Null(RefusedBy("{ book @tag(name: \"a\") @onField { id @onField } }", limits));
        Assert.Equal("TOO_MANY_DIRECTIVES", RefusedBy("{ book @tag(name: \"a\") @onField @skip(if: true) { id } }", limits));
    }

    [Fact]
    public void Directives_are_limited_in_the_document()
    {
        const string document =
            "query A($a: Int @onVariable) @onQuery { shelves(grid: [[$a]]) @onField ...F @onSpread ... @onInline { __typename } } fragment F on Query @onFragment { __typename }";

        Assert.Null(RefusedBy(document, Off with { MaxAllowedDirectives = 6 }));
        Assert.Equal("TOO_MANY_DIRECTIVES", RefusedBy(document, Off with { MaxAllowedDirectives = 5 }));
    }

    [Fact]
    public void Lists_have_a_length_wherever_they_are_written()
    {
        var limits = Off with { MaxListLength = 2 };

        Assert.Null(RefusedBy("{ shelves(numbers: [1, 2], grid: [[1, 2], [3, 4]]) }", limits));
        Assert.Equal("LIST_TOO_LONG", RefusedBy("{ shelves(grid: [[1, 2], [3, 4, 5]]) }", limits));
        Assert.Equal("LIST_TOO_LONG", RefusedBy("query ($a: [Int!] = [1, 2, 3]) { shelves(numbers: $a) }", limits));
    }

    [Fact]
    public void Strings_have_a_length_after_their_escapes()
    {
        var limits = Off with { MaxStringLength = 3 };

        Assert.Null(RefusedBy("""{ echo(text: "a\u0041\n") }""", limits));
        Assert.Equal("STRING_TOO_LONG", RefusedBy("""{ echo(text: "abcd") }""", limits));
    }

    [Fact]
    public void Fragment_visits_count_every_spread_that_is_reached()
    {
        // F1 is visited once, F2 twice, F3 four times: seven visits.
        const string document =
            "{ book { ...F1 } } fragment F1 on Book { ...F2 sequel { ...F2 } } fragment F2 on Book { ...F3 sequel { ...F3 } } fragment F3 on Book { id }";

        Assert.Null(RefusedBy(document, Off with { MaxAllowedFragmentVisits = 7 }));
        Assert.Equal("TOO_MANY_FRAGMENT_VISITS", RefusedBy(document, Off with { MaxAllowedFragmentVisits = 6 }));
    }

    [Fact]
    public void Fragments_that_double_at_each_level_are_refused_before_they_explode()
    {
        var fragments = string.Concat(
            Enumerable.Range(0, 60).Select(i => $" fragment F{i} on Book {{ ...F{i + 1} ... {{ ...F{i + 1} }} }}")
        );

        Assert.Equal(
            "TOO_MANY_FRAGMENT_VISITS",
            RefusedBy($"{{ book {{ ...F0 }} }}{fragments} fragment F60 on Book {{ id }}", Off with { MaxAllowedFragmentVisits = 1_000 })
        );
    }

    [Fact]
    public void A_fragment_cycle_is_left_to_its_rule() =>
        Assert.Equal(
            "Cannot spread fragment \"A\" within itself via \"B\".",
            RefusedBy("{ book { ...A } } fragment A on Book { id ...B } fragment B on Book { id ...A }", new DocumentLimits())
        );

    [Fact]
    public void A_chain_of_fragments_longer_than_the_stack_is_refused_with_all_limits_off()
    {
        const int length = 40_000;
        var fragments = string.Concat(Enumerable.Range(0, length).Select(i => $" fragment F{i} on Book {{ ...F{i + 1} }}"));

        Assert.Equal("TOO_MANY_FRAGMENT_VISITS", RefusedBy($"{{ book {{ ...F0 }} }}{fragments} fragment F{length} on Book {{ id }}", Off));
    }

    [Fact]
    public void The_refusal_is_located_and_ends_the_validation()
    {
        var errors = Validator.Validate(
            LibrarySchema.Schema,
            Parse("{ nope book { nope { a } } }"),
            Unlimited with
            {
                Limits = Off with { MaxAllowedExecutionDepth = 2 },
            }
        );

        var error = Assert.Single(errors);
        Assert.Equal(("TOO_DEEP", "The operation is deeper than 2 levels."), (LimitOf(error), error.Message));
        Assert.Equal((1, 22), (Assert.Single(error.Locations).Line, error.Locations[0].Column));
    }

    [Fact]
    public void Every_operation_of_the_document_is_held_to_the_limits() =>
        Assert.Equal(
            "TOO_DEEP",
            RefusedBy("query A { book { id } } query B { book { sequel { id } } }", Off with { MaxAllowedExecutionDepth = 2 })
        );
}
