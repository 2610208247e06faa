using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.Validation;
using static AgencyRoi.GraphQL.Tests.Validation.ValidationExpectations;

namespace AgencyRoi.GraphQL.Tests.Validation;

/// <summary>Properties of the validator that no document may break.</summary>
public sealed class RandomDocumentTests
{
    private const int Documents = 2_000;

    [Fact]
    public void No_document_crashes_the_validator_and_some_are_valid()
    {
        var valid = 0;
        foreach (var document in AllDocuments())
        {
            Validator.Validate(LibrarySchema.Schema, document);
            if (Validator.Validate(LibrarySchema.Schema, document, Unlimited with { Suggestions = true }).Count == 0)
                valid++;
        }

        Assert.InRange(valid, Documents / 10, Documents / 2);
    }

    [Fact]
    public void Errors_are_the_same_each_time_and_a_smaller_number_are_the_first_of_them()
    {
        foreach (var document in AllDocuments())
        {
            var all = Validate(document, Unlimited);

            Assert.Equal(all, Validate(document, Unlimited));
            Assert.Equal(all.Take(3), Validate(document, Unlimited with { MaxAllowedErrors = 3 }));
        }
    }

    [Fact]
    public void Every_error_has_a_place_in_the_text()
    {
        foreach (var document in AllDocuments())
        {
            Assert.All(Validator.Validate(LibrarySchema.Schema, document, Unlimited), error => Assert.NotEmpty(error.Locations));
        }
    }

    /// <summary>Half of them are cut into tokens, some of which are dropped, doubled or swapped; what no longer parses is left out.</summary>
    private static IEnumerable<DocumentNode> AllDocuments()
    {
        for (var seed = 0; seed < Documents; seed++)
        {
            var text = RandomDocument.Of(LibrarySchema.Schema, seed);
            if (TryParse(seed % 2 == 0 ? text : Scrambled(text, seed)) is { } document)
                yield return document;
        }
    }

    private static string Scrambled(string text, int seed)
    {
        var random = new Random(seed);
        var tokens = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        for (var i = 0; i < 2; i++)
        {
            var (from, to) = (random.Next(tokens.Count), random.Next(tokens.Count));
            if (random.Next(3) == 0)
                tokens.RemoveAt(from);
            else if (random.Next(2) == 0)
                tokens.Insert(to, tokens[from]);
            else
                (tokens[from], tokens[to]) = (tokens[to], tokens[from]);
        }
        return string.Join(' ', tokens);
    }

    private static DocumentNode? TryParse(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (SyntaxError)
        {
            return null;
        }
    }

    private static IEnumerable<(string, string)> Validate(DocumentNode document, ValidationOptions options) =>
        Validator.Validate(LibrarySchema.Schema, document, options).Select(Show);

    private static (string, string) Show(GraphQLError error) => (error.Message, string.Join(' ', error.Locations));
}
