using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class KnownDirectivesTests
{
    [Fact]
    public void Directives_at_their_locations_are_valid() =>
        ExpectValid<KnownDirectives>(
            "query A($a: Int @onVariable) @onQuery { item @onField @skip(if: false) { ...F @onSpread ... on Book @onInline { id } } } mutation B @onMutation { giveBack(id: 1) { days } } subscription C @onSubscription { returned { days } } fragment F on Item @onFragment { __typename }"
        );

    [Fact]
    public void Unknown_directives_are_refused() =>
        ExpectErrors<KnownDirectives>(
            "query @nope { item @unknown(if: true) { __typename } }",
            ("""Unknown directive "@nope".""", "1:7"),
            ("""Unknown directive "@unknown".""", "1:20")
        );

    [Fact]
    public void Directives_at_other_locations_are_refused() =>
        ExpectErrors<KnownDirectives>(
            """
            query A($a: Int @onField) @onMutation {
              item @onQuery {
                ...F @onInline
                ... on Book @onSpread { id }
              }
            }
            fragment F on Item @onVariable { __typename }
            mutation B @onSubscription { giveBack(id: 1) { days } }
            subscription C @onFragment { returned { days } }
            """,
            ("""Directive "@onField" may not be used on VARIABLE_DEFINITION.""", "1:17"),
            ("""Directive "@onMutation" may not be used on QUERY.""", "1:27"),
            ("""Directive "@onQuery" may not be used on FIELD.""", "2:8"),
            ("""Directive "@onInline" may not be used on FRAGMENT_SPREAD.""", "3:10"),
            ("""Directive "@onSpread" may not be used on INLINE_FRAGMENT.""", "4:17"),
            ("""Directive "@onVariable" may not be used on FRAGMENT_DEFINITION.""", "7:20"),
            ("""Directive "@onSubscription" may not be used on MUTATION.""", "8:12"),
            ("""Directive "@onFragment" may not be used on SUBSCRIPTION.""", "9:16")
        );

    [Fact]
    public void Directives_of_the_type_system_are_refused() =>
        ExpectErrors<KnownDirectives>("{ book { title @deprecated } }", ("""Directive "@deprecated" may not be used on FIELD.""", "1:16"));
}
