using AgencyRoi.GraphQL.Caching;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.Execution.Input;
using AgencyRoi.GraphQL.Execution.Planning;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.GraphQL.Validation;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>Parses and validates a document, or finds it where it was kept.</summary>
internal sealed class DocumentLoader(Schema schema, ExecutionOptions options)
{
    // A broken client repeats its broken document; a few of them are worth keeping, and never at the cost of good ones.
    private const int RefusedDocuments = 64;
    private const int RefusedBytes = 1024 * 1024;

    private readonly DocumentCache valid = new("documents", options.CachedDocuments, options.CachedDocumentBytes);
    private readonly DocumentCache refused = new("refused documents", RefusedDocuments, RefusedBytes);
    private readonly OutputShape.Cache shapes = new();
    private readonly AbstractTypes abstractTypes = new(schema);
    private readonly DeprecatedMembers deprecated = new(schema);
    private readonly GuardedMembers guarded = new(schema, options.Guard);
    private readonly WeighedInputs weighedInputs = new(schema, options.Cost);
    private readonly InputMeasure measure = new(schema);
    private readonly BoundedCache<PlanKey, OperationPlan> plans = new("plans", options.CachedPlans);

    /// <param name="text">In UTF-8.</param>
    /// <param name="budget">Who pays when the document is refused.</param>
    public CachedDocument Load(ReadOnlyMemory<byte> text, OperationBudget? budget = null)
    {
        if (valid.TryGet(text.Span, out var known))
            return known;
        if (budget?.TakeToRead() is { } refusal)
            return new CachedDocument([refusal]);
        if (refused.TryGet(text.Span, out known))
            return known;

        var document = Add(text);
        if (document.Errors.Count == 0)
            budget?.GiveBackToRead();
        return document;
    }

    private CachedDocument Add(ReadOnlyMemory<byte> text)
    {
        var copy = text.ToArray();
        var document = Read(new Source(copy));
        (document.Errors.Count == 0 ? valid : refused).Add(copy, document);
        return document;
    }

    private CachedDocument Read(Source source)
    {
        DocumentNode document;
        try
        {
            document = Parser.ParseDocument(source, options.Parser);
        }
        catch (SyntaxError error)
        {
            return new CachedDocument([GraphQLError.Of(error)]);
        }
        var errors = Validator.Validate(schema, document, options.Validation);
        return errors.Count > 0 ? new CachedDocument([.. errors.Select(error => error.With(ErrorCodes.ValidationError))]) : Plan(document);
    }

    private CachedDocument Plan(DocumentNode document)
    {
        var planner = new OperationPlanner(
            schema,
            shapes,
            abstractTypes,
            deprecated,
            guarded,
            weighedInputs,
            measure,
            plans,
            options.Cost,
            document
        );
        var planned = new CachedDocument(planner);
        // Judged here and not among the rules: it takes types, and fragments in place.
        return planned.FindOversized(options.Validation.Limits) is { } refusal ? new CachedDocument([refusal]) : planned;
    }
}
