namespace AgencyRoi.GraphQL.Errors;

/// <summary>
/// Which limit a request passed: <c>extensions.limit</c>, beside the code <see cref="ErrorCodes.LimitExceeded"/> or one that says more.
/// </summary>
public static class LimitNames
{
    /// <summary>The document has too many bytes.</summary>
    public const string DocumentTooLong = "DOCUMENT_TOO_LONG";

    /// <summary>The document has too many tokens.</summary>
    public const string TooManyTokens = "TOO_MANY_TOKENS";

    /// <summary>Selection sets, lists and objects lie too deep inside each other to be parsed.</summary>
    public const string NestedTooDeep = "NESTED_TOO_DEEP";

    /// <summary>The operation descends too many levels.</summary>
    public const string TooDeep = "TOO_DEEP";

    /// <summary>The operation has too many fields at its root.</summary>
    public const string TooManyRootFields = "TOO_MANY_ROOT_FIELDS";

    /// <summary>The operation has too many aliases.</summary>
    public const string TooManyAliases = "TOO_MANY_ALIASES";

    /// <summary>Too many selections are merged into one entry of the answer.</summary>
    public const string TooManyFieldRepeats = "TOO_MANY_FIELD_REPEATS";

    /// <summary>Too many directives stand at one place or in the document.</summary>
    public const string TooManyDirectives = "TOO_MANY_DIRECTIVES";

    /// <summary>Fragments are spread too often.</summary>
    public const string TooManyFragmentVisits = "TOO_MANY_FRAGMENT_VISITS";

    /// <summary>Too many selections have the same response names to be compared.</summary>
    public const string TooManyMergeComparisons = "TOO_MANY_MERGE_COMPARISONS";

    /// <summary>The operation asks for the schema more than once.</summary>
    public const string TooManyIntrospectionFields = "TOO_MANY_INTROSPECTION_FIELDS";

    /// <summary>The operation asks for types within types without end.</summary>
    public const string IntrospectionTooDeep = "INTROSPECTION_TOO_DEEP";

    /// <summary>A list in an argument or a variable has too many items.</summary>
    public const string ListTooLong = "LIST_TOO_LONG";

    /// <summary>The filters and orders of the operation have too many comparisons and keys together.</summary>
    public const string TooManyTerms = "TOO_MANY_TERMS";

    /// <summary>Groups of a filter or an order lie too deep inside each other.</summary>
    public const string TermsNestedTooDeep = "TERMS_NESTED_TOO_DEEP";

    /// <summary>The lists of the operation have too many items together.</summary>
    public const string TooManyValues = "TOO_MANY_VALUES";

    /// <summary>A string in an argument or a variable has too many characters.</summary>
    public const string StringTooLong = "STRING_TOO_LONG";

    /// <summary>The operation would cost too much.</summary>
    public const string CostTooHigh = "COST_TOO_HIGH";

    /// <summary>The operation can meet too many combinations of types to be priced.</summary>
    public const string TooManyTypes = "TOO_MANY_TYPES";

    /// <summary>A page was asked to have too many items.</summary>
    public const string PageTooLarge = "PAGE_TOO_LARGE";

    /// <summary>The caller, or the socket, has too many streams open.</summary>
    public const string TooManyStreams = "TOO_MANY_STREAMS";

    /// <summary>The body of the HTTP request has too many bytes.</summary>
    public const string BodyTooLarge = "BODY_TOO_LARGE";

    /// <summary>The request holds several operations to be executed.</summary>
    public const string Batching = "BATCHING";
}
