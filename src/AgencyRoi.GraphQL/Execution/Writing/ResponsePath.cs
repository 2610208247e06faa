using AgencyRoi.GraphQL.Execution.Planning;

namespace AgencyRoi.GraphQL.Execution.Writing;

/// <summary>Where the writer is: kept as a stack while writing, made into a list only for an error.</summary>
internal sealed class ResponsePath
{
    private Step[] steps = [];

    public int Depth { get; private set; }

    public void Enter(PlannedField field) => Push(new Step(field, 0));

    public void EnterList() => Push(default);

    public void MoveTo(int index) => steps[Depth - 1] = new Step(null, index);

    public void Leave() => Depth--;

    /// <summary>Back to where an exception was caught.</summary>
    public void CutBackTo(int depth) => Depth = depth;

    /// <summary>Response keys and list indexes down to here.</summary>
    public IReadOnlyList<object> ToList()
    {
        var path = new object[Depth];
        for (var i = 0; i < Depth; i++)
            path[i] = steps[i].Field is { } field ? field.ResponseName : steps[i].Index;
        return path;
    }

    private void Push(Step step)
    {
        if (Depth == steps.Length)
            Array.Resize(ref steps, Math.Max(16, Depth * 2));
        steps[Depth++] = step;
    }

    private readonly record struct Step(PlannedField? Field, int Index);
}
