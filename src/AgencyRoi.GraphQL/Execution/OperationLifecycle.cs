using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>
/// Told by the engine where an operation's units of work begin and end, so that a host can open and close transactions.
/// A call is never made while a resolver or load of the same operation runs. What a hook throws becomes an error of the
/// operation, or of the mutation's field. The hooks that end something are called also when the operation was cancelled, and get no token:
/// they run to their end.
/// </summary>
public abstract class OperationLifecycle
{
    /// <summary>Does nothing.</summary>
    public static OperationLifecycle None { get; } = new Silent();

    /// <summary>Before the first resolver of a query or of a subscription's event. Not called when no resolver has to run.</summary>
    public virtual ValueTask BeginQueryAsync(CancellationToken cancellationToken) => default;

    /// <summary>After the last resolver of what <see cref="BeginQueryAsync"/> began; a failed field does not make it unsuccessful, a cancellation or a timeout does.</summary>
    public virtual ValueTask EndQueryAsync(bool success) => default;

    /// <summary>Before a mutation's root field; when it throws, the field fails and nothing else is called for it.</summary>
    public virtual ValueTask BeginMutationFieldAsync(FieldDefinition field, CancellationToken cancellationToken) => default;

    /// <summary>After the root field's resolver succeeded. When it throws, the field fails with that error.</summary>
    public virtual ValueTask CommitMutationFieldAsync(FieldDefinition field) => default;

    /// <summary>After the resolver threw, was cancelled, or returned an <see cref="IMutationResult"/> with errors; also after a failed commit.</summary>
    public virtual ValueTask RollbackMutationFieldAsync(FieldDefinition field) => default;

    /// <summary>Before the selection set of a mutation's payload is read, when reading it runs a resolver.</summary>
    public virtual ValueTask BeginPayloadReadAsync(FieldDefinition field, CancellationToken cancellationToken) => default;

    /// <summary>After the payload was read, whether it succeeded or not; never undoes the write.</summary>
    public virtual ValueTask EndPayloadReadAsync(FieldDefinition field) => default;

    /// <summary>
    /// Called once for an operation that is about to be executed and names deprecated members, with the coordinate of each:
    /// <c>Type.field</c>, <c>Type.field(argument:)</c>, <c>Enum.VALUE</c>, <c>Input.field</c>. To be counted, and over at once.
    /// </summary>
    public virtual void OnDeprecatedUse(IReadOnlyCollection<string> coordinates) { }

    /// <summary>
    /// Sees every error of the running operation before <see cref="ExecutionOptions.ErrorFilter"/> does and may replace it: for what one failure
    /// means in a read and another in a write.
    /// </summary>
    public virtual GraphQLError AsShown(GraphQLError error) => error;

    /// <summary>Called once for each exception that is shown to the client only as <paramref name="error"/>: the place of logging.</summary>
    public virtual void OnException(Exception exception, GraphQLError error) { }

    private sealed class Silent : OperationLifecycle;
}

/// <summary>A mutation's payload that knows whether the mutation was refused: then its unit of work is rolled back.</summary>
internal interface IMutationResult
{
    bool HasErrors { get; }
}
