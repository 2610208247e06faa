namespace AgencyRoi.GraphQL.Execution.Resolving;

/// <summary>A resolver that did not end at once.</summary>
internal readonly record struct PendingCall(FieldColumn Column, int Row, Task Task)
{
    public const int AllRows = -1;

    /// <summary>Takes the result of the ended task.</summary>
    public void Settle()
    {
        switch (Task)
        {
            case { IsCompletedSuccessfully: false }:
                Fail(Task.Exception?.InnerException ?? new TaskCanceledException(Task));
                break;
            case Task<object?> one:
                Column.Values[Row] = one.Result;
                break;
            case Task<IReadOnlyList<object?>> all:
                Column.Take(all.Result);
                break;
        }
    }

    private void Fail(Exception exception)
    {
        if (Row == AllRows)
            Column.FailAll(exception);
        else
            Column.Values[Row] = new FieldFailure(exception);
    }
}
