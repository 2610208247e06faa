using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.Execution;

/// <summary>Writes down what the engine calls, in order; resolvers may add their own lines.</summary>
internal sealed class LifecycleLog : OperationLifecycle
{
    public List<string> Calls { get; } = [];

    /// <summary>The coordinates of each operation with deprecated members.</summary>
    public List<string[]> Deprecated { get; } = [];

    public List<Exception> Exceptions { get; } = [];

    /// <summary>The call that throws.</summary>
    public string? Failing { get; init; }

    public override ValueTask BeginQueryAsync(CancellationToken cancellationToken) => Call("begin query");

    public override ValueTask EndQueryAsync(bool success) => Call($"end query {success}");

    public override ValueTask BeginMutationFieldAsync(FieldDefinition field, CancellationToken cancellationToken) =>
        Call($"begin {field.Name}");

    public override ValueTask CommitMutationFieldAsync(FieldDefinition field) => Call($"commit {field.Name}");

    public override ValueTask RollbackMutationFieldAsync(FieldDefinition field) => Call($"rollback {field.Name}");

    public override ValueTask BeginPayloadReadAsync(FieldDefinition field, CancellationToken cancellationToken) =>
        Call($"begin read {field.Name}");

    public override ValueTask EndPayloadReadAsync(FieldDefinition field) => Call($"end read {field.Name}");

    public override void OnDeprecatedUse(IReadOnlyCollection<string> coordinates) =>
        Deprecated.Add([.. coordinates.Order(StringComparer.Ordinal)]);

    public override void OnException(Exception exception, GraphQLError error) => Exceptions.Add(exception);

    private async ValueTask Call(string call)
    {
        await Task.Yield();
        Calls.Add(call);
        if (call == Failing)
            throw new GraphQLException($"{call} failed", "HOOK");
    }
}
