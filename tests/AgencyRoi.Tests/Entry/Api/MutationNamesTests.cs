using AgencyRoi.Entry.Cli;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>A mutation's name says what it does and to what: who knows the table of verbs and the types can guess it.</summary>
public sealed class MutationNamesTests
{
    private static readonly IReadOnlyList<Schema> Schemas = [.. SchemaCommand.Files(Modules.All).Select(file => file.Schema())];

    // What such a mutation answers is not the thing but what was done to many of it at once, or what leads to it.
    private static readonly Dictionary<string, string> AnswersForMany = new(StringComparer.Ordinal)
    {
        ["inviteMember"] = "IssuedInvitation",
        ["mergeContacts"] = "Contact",
        ["recordRefunds"] = "Refund",
        ["revokeUnusedApiTokens"] = "RevokedApiTokens",
        ["revalueClient"] = "Revaluation",
    };

    [Fact]
    public void A_mutation_begins_with_a_verb_of_the_table_and_every_verb_is_used_and_explained()
    {
        var verbs = Mutations().Select(mutation => MutationVerbs.Split(mutation.Name).Verb).ToHashSet();
        var explained = Repository.Read("schema/README.md");

        Assert.Equal(MutationVerbs.All.Order(), verbs.Order());
        Assert.All(MutationVerbs.All, verb => Assert.Contains($"| `{verb}` |", explained, StringComparison.Ordinal));
    }

    [Fact]
    public void The_noun_is_a_type_and_the_answer_is_that_type_or_holds_it()
    {
        foreach (var schema in Schemas)
        {
            foreach (var mutation in Mutations(schema).Where(mutation => !AnswersForMany.ContainsKey(mutation.Name)))
            {
                var noun = MutationVerbs.Split(mutation.Name).Noun;
                Assert.True(schema.FindType(noun) is not null, $"{mutation.Name}: there is no type {noun}.");
                Assert.True(Is(Answer(mutation).Type, noun, schema), $"{mutation.Name} answers {Answer(mutation).Type}, not {noun}.");
            }
        }
    }

    [Fact]
    public void A_mutation_of_many_things_answers_what_it_is_said_to_answer() =>
        Assert.Equal(
            AnswersForMany.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            Mutations(Schemas[0])
                .Where(mutation => AnswersForMany.ContainsKey(mutation.Name))
                .Select(mutation => KeyValuePair.Create(mutation.Name, Answer(mutation).Type.Unwrapped.Name))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        );

    [Fact]
    public void The_payload_names_its_answer_by_the_answers_type()
    {
        foreach (var mutation in Mutations().Where(mutation => mutation.Name != "recordRefunds"))
        {
            var answer = Answer(mutation);
            Assert.Equal(answer.Type.Unwrapped.Name, char.ToUpperInvariant(answer.Name[0]) + answer.Name[1..]);
        }
    }

    private static IEnumerable<FieldDefinition> Mutations() => Schemas.SelectMany(Mutations);

    private static IEnumerable<FieldDefinition> Mutations(Schema schema) =>
        schema.MutationType?.Fields ?? Enumerable.Empty<FieldDefinition>();

    private static FieldDefinition Answer(FieldDefinition mutation) =>
        ((ObjectType)mutation.Type.Unwrapped).Fields.Single(field => field.Name is not ("errors" or "query"));

    // A fact of a value stream holds what its stream says of it, and a token just made the token: the answer need not be the noun itself.
    private static bool Is(GraphQLType answer, string noun, Schema schema) =>
        answer.Unwrapped.Name == noun
        || ((ObjectType)answer.Unwrapped).Fields.Any(field =>
            field.Type.Unwrapped.Name == noun || schema.GetPossibleTypes(field.Type.Unwrapped).Any(member => member.Name == noun)
        );
}
