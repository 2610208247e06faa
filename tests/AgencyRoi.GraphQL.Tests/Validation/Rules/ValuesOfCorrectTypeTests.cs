using AgencyRoi.GraphQL.Validation.Rules;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation.Rules;

public sealed class ValuesOfCorrectTypeTests
{
    [Fact]
    public void Literals_of_their_types_are_valid() =>
        ExpectValid<ValuesOfCorrectType>(
            """{ echo(int: 1, float: 1.5, text: "x", flag: true, id: 4, relation: SEQUEL, day: "2025-01-01", anything: {a: [1, $x]}, years: {from: 1}, requiredInt: 2) other: echo(float: 3, id: "x", anything: [TRUE]) }"""
        );

    [Fact]
    public void Null_is_valid_where_the_type_is_nullable() =>
        ExpectValid<ValuesOfCorrectType>("{ echo(int: null, years: null, relation: null) shelves(numbers: null, grid: [null, [null]]) }");

    [Fact]
    public void A_single_value_stands_for_a_list() =>
        ExpectValid<ValuesOfCorrectType>(
            """{ shelves(numbers: 1, grid: 2, names: "a") works(filter: {relations: SEQUEL, and: {titleContains: "x"}}) { id } }"""
        );

    [Fact]
    public void Int_takes_32_bit_integers_only() =>
        ExpectErrors<ValuesOfCorrectType>(
            """{ a: echo(int: "1") b: echo(int: 1.0) c: echo(int: 2147483648) d: echo(int: ONE) e: echo(int: true) f: echo(int: [1]) }""",
            ("Int cannot represent non-integer value: a string", "1:16"),
            ("Int cannot represent non-integer value: a number", "1:34"),
            ("Int cannot represent non 32-bit signed integer value: a number", "1:52"),
            ("Int cannot represent non-integer value: a name", "1:77"),
            ("Int cannot represent non-integer value: a boolean", "1:95"),
            ("Int cannot represent non-integer value: a list", "1:114")
        );

    [Fact]
    public void Float_String_Boolean_and_ID_take_their_own_literals() =>
        ExpectErrors<ValuesOfCorrectType>(
            """{ a: echo(float: "1") b: echo(text: 1) c: echo(flag: 1) d: echo(id: 1.5) e: echo(text: TRUE) f: echo(id: true) }""",
            ("Float cannot represent non numeric value: a string", "1:18"),
            ("String cannot represent a non string value: a number", "1:37"),
            ("Boolean cannot represent a non boolean value: a number", "1:54"),
            ("ID cannot represent a non-string and non-integer value: a number", "1:69"),
            ("String cannot represent a non string value: a name", "1:88"),
            ("ID cannot represent a non-string and non-integer value: a boolean", "1:106")
        );

    [Fact]
    public void An_enum_takes_its_values_only() =>
        ExpectErrors<ValuesOfCorrectType>(
            """{ a: echo(relation: "SEQUEL") b: echo(relation: sequel) c: echo(relation: 1) d: echo(relation: [SEQUEL]) }""",
            ("""Enum "Relation" cannot represent non-enum value: a string. Its values are SEQUEL, PREQUEL, ADAPTATION.""", "1:21"),
            ("""Value "sequel" does not exist in "Relation" enum. Its values are SEQUEL, PREQUEL, ADAPTATION.""", "1:49"),
            ("""Enum "Relation" cannot represent non-enum value: a number. Its values are SEQUEL, PREQUEL, ADAPTATION.""", "1:75"),
            ("""Enum "Relation" cannot represent non-enum value: a list. Its values are SEQUEL, PREQUEL, ADAPTATION.""", "1:96")
        );

    [Fact]
    public void Null_is_refused_where_the_type_is_non_null() =>
        ExpectErrors<ValuesOfCorrectType>(
            "{ sum(a: null, b: 1) shelves(numbers: [1, null]) }",
            ("""Expected value of type "Int!", found null.""", "1:10"),
            ("""Expected value of type "Int!", found null.""", "1:43")
        );

    [Fact]
    public void Items_of_a_list_have_its_type() =>
        ExpectErrors<ValuesOfCorrectType>(
            """{ shelves(numbers: [1, "2"], grid: [1, [2, "3"]], names: [["x"]]) }""",
            ("Int cannot represent non-integer value: a string", "1:24"),
            ("Int cannot represent non-integer value: a string", "1:44"),
            ("""String cannot represent a non string value: a list""", "1:59")
        );

    [Fact]
    public void Input_objects_take_objects() =>
        ExpectErrors<ValuesOfCorrectType>(
            """{ works(filter: 1) { id } echo(years: [{from: 1}]) x: echo(years: "x") }""",
            ("""Expected value of type "WorkFilter", found a number.""", "1:17"),
            ("""Expected value of type "Years", found a list.""", "1:39"),
            ("""Expected value of type "Years", found a string.""", "1:67")
        );

    [Fact]
    public void Required_input_fields_must_be_given() =>
        ExpectErrors<ValuesOfCorrectType>(
            "{ echo(years: {to: 1}) works(filter: {years: {}, and: [{years: {strict: true}}]}) { id } }",
            ("""Field "Years.from" of required type "Int!" was not provided.""", "1:15"),
            ("""Field "Years.from" of required type "Int!" was not provided.""", "1:46"),
            ("""Field "Years.from" of required type "Int!" was not provided.""", "1:64")
        );

    [Fact]
    public void Input_fields_have_their_types() =>
        ExpectErrors<ValuesOfCorrectType>(
            """{ echo(years: {from: "x", to: null, strict: null}) }""",
            ("Int cannot represent non-integer value: a string", "1:22"),
            ("""Expected value of type "Boolean!", found null.""", "1:45")
        );

    [Fact]
    public void Unknown_input_fields_are_refused() =>
        ExpectErrors<ValuesOfCorrectType>(
            "{ echo(years: {from: 1, until: 2}) }",
            ("""Field "until" is not defined by type "Years".""", "1:25")
        );

    [Fact]
    public void A_one_of_object_has_one_key_that_is_not_null() =>
        ExpectValid<ValuesOfCorrectType>(
            """{ work(key: {id: 1}) { id } b: work(key: {years: {from: 1}}) { id } c: works(keys: [{id: 1}, {title: "x"}]) { id } }"""
        );

    [Fact]
    public void A_one_of_object_with_no_or_more_keys_is_refused() =>
        ExpectErrors<ValuesOfCorrectType>(
            """{ work(key: {}) { id } b: work(key: {id: 1, title: "x"}) { id } }""",
            ("""OneOf Input Object "WorkKey" must specify exactly one key.""", "1:13"),
            ("""OneOf Input Object "WorkKey" must specify exactly one key.""", "1:37")
        );

    [Fact]
    public void A_one_of_object_with_null_is_refused() =>
        ExpectErrors<ValuesOfCorrectType>(
            "{ work(key: {id: null}) { id } b: work(key: {id: 1, title: null}) { id } }",
            ("""Field "WorkKey.id" must be non-null.""", "1:13"),
            ("""OneOf Input Object "WorkKey" must specify exactly one key.""", "1:45")
        );

    [Fact]
    public void Arguments_of_directives_are_checked() =>
        ExpectErrors<ValuesOfCorrectType>(
            """{ item @skip(if: 1) @tag(name: 2, weight: "x") { __typename } }""",
            ("Boolean cannot represent a non boolean value: a number", "1:18"),
            ("String cannot represent a non string value: a number", "1:32"),
            ("Int cannot represent non-integer value: a string", "1:43")
        );

    [Fact]
    public void Default_values_of_variables_are_checked() =>
        ExpectErrors<ValuesOfCorrectType>(
            """query ($a: Int = "x", $b: Years = {to: "x"}, $c: [Int!] = [null], $d: Int! = null, $e: WorkKey = {}) { item { __typename } }""",
            ("Int cannot represent non-integer value: a string", "1:18"),
            ("""Field "Years.from" of required type "Int!" was not provided.""", "1:35"),
            ("Int cannot represent non-integer value: a string", "1:40"),
            ("""Expected value of type "Int!", found null.""", "1:60"),
            ("""Expected value of type "Int!", found null.""", "1:78"),
            ("""OneOf Input Object "WorkKey" must specify exactly one key.""", "1:98")
        );

    [Fact]
    public void Unknown_arguments_and_types_are_reported_elsewhere() =>
        ExpectValid<ValuesOfCorrectType>("query ($a: Nope = 1) { sum(c: {x: [1]}) nope(a: 1) }");

    [Fact]
    public void Misspelt_enum_values_and_input_fields_are_suggested() =>
        ExpectMessages<ValuesOfCorrectType>(
            "{ a: echo(relation: SEQUELS) b: echo(relation: \"sequel\") c: echo(years: {from: 1, stric: true}) }",
            """Value "SEQUELS" does not exist in "Relation" enum. Did you mean the enum value "SEQUEL" or "PREQUEL"? Its values are SEQUEL, PREQUEL, ADAPTATION.""",
            """Enum "Relation" cannot represent non-enum value: a string. Did you mean the enum value "SEQUEL" or "PREQUEL"? Its values are SEQUEL, PREQUEL, ADAPTATION.""",
            """Field "stric" is not defined by type "Years". Did you mean "strict"?"""
        );
}
