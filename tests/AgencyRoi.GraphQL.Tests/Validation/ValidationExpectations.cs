using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.Validation;
using AgencyRoi.GraphQL.Validation.Limits;

namespace AgencyRoi.GraphQL.Tests.Validation;

/// <summary>Documents against <see cref="LibrarySchema"/>, one rule at a time, so that a document may be wrong in other ways.</summary>
internal static class ValidationExpectations
{
    public static readonly ValidationOptions Unlimited = new() { MaxAllowedErrors = int.MaxValue, Limits = DocumentLimits.Off };

    public static void ExpectValid<TRule>(string document)
        where TRule : ValidationRule, new() => ExpectErrors<TRule>(document);

    /// <summary>Each expected error is its message and its locations as <c>line:column</c>, parted by spaces.</summary>
    public static void ExpectErrors<TRule>(string document, params (string Message, string Locations)[] errors)
        where TRule : ValidationRule, new()
    {
        var found = Validator.Validate(LibrarySchema.Schema, Parse(document), Unlimited, new RuleSet(RuleSet.Rule<TRule>()));

        Assert.Equal(errors, found.Select(error => (error.Message, Places(error.Locations))));
        Assert.All(found, error => Assert.Null(error.Path));
    }

    /// <summary>What a misspelt document is told when suggestions are on.</summary>
    public static void ExpectMessages<TRule>(string document, params string[] messages)
        where TRule : ValidationRule, new()
    {
        var options = Unlimited with { Suggestions = true };
        var found = Validator.Validate(LibrarySchema.Schema, Parse(document), options, new RuleSet(RuleSet.Rule<TRule>()));

        Assert.Equal(messages, found.Select(error => error.Message));
    }

    /// <summary>All rules, with limits: null when the document is valid, else the limit that it passes, or its message when the one error is a rule's.</summary>
    public static string? RefusedBy(string document, DocumentLimits limits)
    {
        var errors = Validator.Validate(LibrarySchema.Schema, Parse(document), Unlimited with { Limits = limits });

        return errors.Count == 0 ? null : LimitOf(Assert.Single(errors)) ?? errors[0].Message;
    }

    public static string? LimitOf(GraphQLError error) => error.Extensions?[GraphQLError.LimitKey] as string;

    public static DocumentNode Parse(string document) => Parser.ParseDocument(Source.FromText(document), ParserOptions.Trusted);

    private static string Places(IReadOnlyList<SourceLocation> locations) =>
        string.Join(' ', locations.Select(location => $"{location.Line}:{location.Column}"));
}
