using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.Validation;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation;

public sealed class ValidatorTests
{
    private const string KitchenSink = """
        query Everything($key: WorkKey!, $first: Int = 5 @onVariable, $day: Day, $short: Boolean! = false) @onQuery {
          __typename
          work(key: $key) @tag(name: "one") @tag(name: "two", weight: 2) {
            ...Shown @onSpread
            ... on Book @onInline {
              binding
              cover(height: 20)
              sequel {
                ...Shown
              }
            }
            related(kind: SEQUEL, first: $first) {
              id
            }
          }
          search(text: "x") {
            ... on Person {
              name(style: SHORT) @skip(if: $short)
              works(filter: { years: { from: 1900 }, and: [{ titleContains: "a" }], key: { title: "x" } }) {
                id
              }
            }
          }
          echo(anything: { a: [1, $day] }, float: 1)
          __type(name: "Book") {
            name
          }
        }

        mutation Lend($days: Int!) @onMutation {
          lend(input: { itemId: 1, days: $days, notes: ["a", null] }) {
            item {
              ... on Loanable {
                shelf
              }
            }
          }
        }

        subscription Lent @onSubscription {
          lent {
            days
          }
        }

        fragment Shown on Work @onFragment {
          title
          ... on Loanable {
            isAvailable(on: $day)
          }
        }
        """;

    private const string EightErrors = "{ a b c d e f g h }";

    [Fact]
    public void A_document_that_uses_everything_is_valid() =>
        Assert.Equal([], Validate(KitchenSink.Replace("{ a: [1, $day] }", "{ a: [1] }"), Unlimited));

    [Fact]
    public void Variables_inside_a_literal_of_a_custom_scalar_are_seen() =>
        Assert.Equal(["Variable \"$x\" is not defined."], Validate("{ echo(anything: {a: [$x]}) }", Unlimited));

    [Fact]
    public void The_defaults_accept_ordinary_documents() =>
        Assert.Empty(Validator.Validate(LibrarySchema.Schema, Parse("{ book { title creators { name } } }")));

    [Fact]
    public void At_most_five_errors_are_told_unless_asked_otherwise()
    {
        Assert.Equal(5, Validator.Validate(LibrarySchema.Schema, Parse(EightErrors)).Count);
        Assert.Equal(2, Validate(EightErrors, Unlimited with { MaxAllowedErrors = 2 }).Length);
        Assert.Equal(8, Validate(EightErrors, Unlimited).Length);
    }

    [Fact]
    public void Errors_come_in_the_order_of_the_text_and_at_one_place_in_the_order_of_the_rules() =>
        Assert.Equal(
            [
                "Variable \"$a\" cannot be non-input type \"Book\".",
                "Cannot query field \"nope\" on type \"Query\".",
                "Unknown directive \"@huh\".",
                "There can be only one argument named \"a\".",
                "Field \"sum\" argument \"b\" of type \"Int!\" is required, but it was not provided.",
                "Variable \"$a\" is never used.",
                "Fragment \"F\" is never used.",
            ],
            Validate("query ($a: Book) { nope @huh sum(a: 1, a: 1) } fragment F on Book { id }", Unlimited)
        );

    [Fact]
    public void Without_suggestions_no_message_tells_a_name_that_was_not_written() =>
        Assert.DoesNotContain(
            Validate(
                "{ bok { id } book search(tekst: 1) { ... on Bok { id } nam } echo(relation: SEQUELL, years: {form: 1}) @skipp }",
                Unlimited
            ),
            message => message.Contains("Did you mean", StringComparison.Ordinal)
        );

    [Fact]
    public void A_document_made_by_code_has_errors_without_locations()
    {
        var parsed = Parse("{ nope }");
        var made = new AgencyRoi.GraphQL.Language.DocumentNode(parsed.Definitions);

        Assert.Empty(Assert.Single(Validator.Validate(LibrarySchema.Schema, made)).Locations);
    }

    [Fact]
    public void Ten_thousand_unused_fragments_are_refused_with_a_few_errors()
    {
        var document = Parse(
            "{ book { title } }" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $" fragment F{i} on Book {{ ...F{i + 1} }}"))
        );

        Assert.Equal(5, Validator.Validate(LibrarySchema.Schema, document).Count);
    }

    private static string[] Validate(string document, ValidationOptions options) =>
        [.. Validator.Validate(LibrarySchema.Schema, Parse(document), options).Select(error => error.Message)];
}
