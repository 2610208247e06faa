using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class UniqueDirectivesPerLocationTests
{
    [Fact]
    public void The_same_directive_at_different_places_is_valid() =>
        ExpectValid<UniqueDirectivesPerLocation>("query @onQuery { item @onField { __typename @onField } }");

    [Fact]
    public void A_repeatable_directive_may_repeat() =>
        ExpectValid<UniqueDirectivesPerLocation>("""{ item @tag(name: "a") @tag(name: "b") { __typename } }""");

    [Fact]
    public void Unknown_directives_are_reported_elsewhere() =>
        ExpectValid<UniqueDirectivesPerLocation>("{ item @nope @nope { __typename } }");

    [Fact]
    public void A_directive_is_used_more_than_once_at_a_place() =>
        ExpectErrors<UniqueDirectivesPerLocation>(
            """
            query @onQuery @onQuery {
              item @onField @skip(if: true) @onField @onField @skip(if: true) { ...F @onSpread @onSpread ... @onInline @onInline { __typename } }
            }
            fragment F on Item @onFragment @onFragment { __typename }
            """,
            ("""The directive "@onQuery" can only be used once at this location.""", "1:7 1:16"),
            ("""The directive "@onField" can only be used once at this location.""", "2:8 2:33"),
            ("""The directive "@onField" can only be used once at this location.""", "2:8 2:42"),
            ("""The directive "@skip" can only be used once at this location.""", "2:17 2:51"),
            ("""The directive "@onSpread" can only be used once at this location.""", "2:74 2:84"),
            ("""The directive "@onInline" can only be used once at this location.""", "2:98 2:108"),
            ("""The directive "@onFragment" can only be used once at this location.""", "4:20 4:32")
        );

    [Fact]
    public void A_variable_definition_is_a_place() =>
        ExpectErrors<UniqueDirectivesPerLocation>(
            "query ($a: Int @onVariable @onVariable) { item { __typename } }",
            ("""The directive "@onVariable" can only be used once at this location.""", "1:16 1:28")
        );
}
