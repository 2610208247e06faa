using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Validation;

/// <summary>
/// What every rule of one validation shares: the document and its fragments, the errors so far, and where the walk stands.
/// A type is null where it is not known, because an error above was or will be reported for that.
/// </summary>
internal sealed class ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
{
    private readonly List<GraphQLError> errors = [];
    private bool isStopped;

    public Schema Schema { get; } = schema;
    public DocumentNode Document { get; } = document;
    public ValidationOptions Options { get; } = options;
    public FragmentIndex Fragments { get; } = new(document);
    public VariableUsages Variables { get; } = new();
    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <summary>Nothing more is reported; walks end as soon as they notice.</summary>
    public bool IsFull => isStopped || errors.Count >= Options.MaxAllowedErrors;

    /// <summary>The operation or fragment that the walk is in.</summary>
    public ExecutableDefinitionNode? Definition { get; set; }

    /// <summary>The type of the operation, field or fragment that the walk is in, lists and non-null included.</summary>
    public GraphQLType? Type { get; set; }

    /// <summary>The composite type whose fields the selection set selects.</summary>
    public NamedType? ParentType { get; set; }

    public FieldDefinition? Field { get; set; }

    public DirectiveDefinition? Directive { get; set; }

    /// <summary>What the directive stands on.</summary>
    public DirectiveLocation DirectiveLocation { get; set; }

    public InputValueDefinition? Argument { get; set; }

    /// <summary>The type expected of the value; inside a list, of its items.</summary>
    public GraphQLType? InputType { get; private set; }

    /// <summary>The type of the list around the value as expected there, or the input object around it without wrappers.</summary>
    public GraphQLType? ParentInputType { get; private set; }

    /// <summary>The default of the argument or input field that the value is for; items of a list have none.</summary>
    public ValueNode? LocationDefault { get; private set; }

    public void Report(string message, params ReadOnlySpan<SyntaxNode> nodes)
    {
        if (!IsFull)
            errors.Add(GraphQLError.At(Document, message, nodes));
    }

    /// <summary>Reports that a limit of <see cref="LimitNames"/> was passed, and ends the validation: nothing more is worth knowing about the document.</summary>
    public void Refuse(string limit, string message, params ReadOnlySpan<SyntaxNode> nodes)
    {
        if (!IsFull)
            errors.Add(GraphQLError.OverLimit(limit, message, GraphQLError.At(Document, message, nodes).Locations));
        isStopped = true;
    }

    /// <summary>" Did you mean ..?" for a misspelt name; empty when nothing is near or suggestions are off.</summary>
    public string DidYouMean(string written, IEnumerable<string> names, string kind = "") =>
        Options.Suggestions ? Suggestions.Sentence(Suggestions.For(written, names), kind) : "";

    /// <summary>Steps into a value's location; the result restores the outer one in <see cref="LeaveInput"/>.</summary>
    public InputPlace EnterInput(GraphQLType? type, ValueNode? locationDefault)
    {
        var outer = new InputPlace(InputType, ParentInputType, LocationDefault);
        ParentInputType = InputType;
        InputType = type is { IsInputType: true } ? type : null;
        LocationDefault = locationDefault;
        return outer;
    }

    /// <summary>A single object may stand for a list of one, so the field belongs to the input object inside all wrappers.</summary>
    public InputPlace EnterInputField(string name)
    {
        var type = InputType?.Unwrapped as InputObjectType;
        var definition = type?.Fields[name];
        var outer = EnterInput(definition?.Type, definition?.DefaultValue);
        ParentInputType = type;
        return outer;
    }

    public void LeaveInput(InputPlace outer) => (InputType, ParentInputType, LocationDefault) = outer;

    internal readonly record struct InputPlace(GraphQLType? Type, GraphQLType? ParentType, ValueNode? LocationDefault);
}
