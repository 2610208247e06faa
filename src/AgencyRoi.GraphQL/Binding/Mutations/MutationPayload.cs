using AgencyRoi.GraphQL.Execution;

namespace AgencyRoi.GraphQL.Binding.Mutations;

/// <summary>What a mutation's field holds under the conventions: its result, or the errors for which its unit of work is undone.</summary>
internal sealed class MutationPayload(object? value, IReadOnlyList<object>? errors = null) : IMutationResult
{
    public object? Value { get; } = value;
    public IReadOnlyList<object>? Errors { get; } = errors;
    public bool HasErrors => Errors is not null;
}
