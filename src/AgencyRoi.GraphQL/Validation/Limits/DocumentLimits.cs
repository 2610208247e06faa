namespace AgencyRoi.GraphQL.Validation.Limits;

/// <summary>
/// How much a document may ask for, judged from its text alone, and how much its variables may bring. A document at a limit passes, one past it is refused with the
/// limit's own code. <see cref="int.MaxValue"/> switches a limit off.
/// </summary>
public sealed record DocumentLimits
{
    /// <summary>All limits off: for tests and for documents of the server's own.</summary>
    public static DocumentLimits Off { get; } =
        new()
        {
            MaxAllowedExecutionDepth = int.MaxValue,
            MaxRootFields = int.MaxValue,
            MaxMutationRootFields = int.MaxValue,
            MaxIntrospectionRoots = int.MaxValue,
            MaxAllowedOfTypeDepth = int.MaxValue,
            MaxAliases = int.MaxValue,
            MaxFieldRepeats = int.MaxValue,
            MaxDirectivesPerLocation = int.MaxValue,
            MaxAllowedDirectives = int.MaxValue,
            MaxListLength = int.MaxValue,
            MaxTerms = int.MaxValue,
            MaxTermNesting = int.MaxValue,
            MaxValues = int.MaxValue,
            MaxStringLength = int.MaxValue,
            MaxAllowedFragmentVisits = int.MaxValue,
            MaxAllowedFieldMergeComparisons = int.MaxValue,
        };

    /// <summary>Levels of fields with fragments in place: <c>{ a { b } }</c> has two. What lies below <c>__schema</c> and <c>__type</c> is not counted.</summary>
    public int MaxAllowedExecutionDepth { get; init; } = 10;

    /// <summary>Entries of the answer's <c>data</c>, of a query or subscription.</summary>
    public int MaxRootFields { get; init; } = 20;

    public int MaxMutationRootFields { get; init; } = 5;

    /// <summary><c>__schema</c> and <c>__type</c> fields of one operation.</summary>
    public int MaxIntrospectionRoots { get; init; } = 1;

    /// <summary>How often <c>ofType</c> may be nested below an introspection field.</summary>
    public int MaxAllowedOfTypeDepth { get; init; } = 16;

    /// <summary>Aliased fields of one operation with fragments in place.</summary>
    public int MaxAliases { get; init; } = 30;

    /// <summary>How many selections of one operation may be merged into one entry of the answer.</summary>
    public int MaxFieldRepeats { get; init; } = 30;

    public int MaxDirectivesPerLocation { get; init; } = 4;

    /// <summary>Directives of the whole document.</summary>
    public int MaxAllowedDirectives { get; init; } = 50;

    /// <summary>Items of one list, in the document or in a variable.</summary>
    public int MaxListLength { get; init; } = 250;

    /// <summary>Comparisons of filters and keys of orders over all fields of one operation, with fragments in place, in the document and in variables.</summary>
    public int MaxTerms { get; init; } = 100;

    /// <summary>How many groups of a filter or an order may lie inside one another.</summary>
    public int MaxTermNesting { get; init; } = 8;

    /// <summary>Items of all lists that are given to one operation, in the document and in variables.</summary>
    public int MaxValues { get; init; } = 1_000;

    /// <summary>UTF-16 code units of a string literal after its escapes.</summary>
    public int MaxStringLength { get; init; } = 10_000;

    /// <summary>How often a fragment is looked into: once per spread that is reached, in one document; and again as often while its fields are compared for merging.</summary>
    public int MaxAllowedFragmentVisits { get; init; } = 1_000;

    /// <summary>Steps of comparing selections that share a response name.</summary>
    public int MaxAllowedFieldMergeComparisons { get; init; } = 50_000;
}
