namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>
/// Which page is wanted. As a resolver's parameter it is already checked: exactly one of <see cref="First"/> and <see cref="Last"/> is set
/// and lies between 0 and the field's maximum.
/// </summary>
public sealed record PagingArguments(int? First = null, string? After = null, int? Last = null, string? Before = null)
{
    /// <summary>Whether the number of all rows was asked for.</summary>
    public bool IncludeTotalCount { get; init; }

    /// <summary>Whether a cursor was asked for, in the edges or in what is told of the page. Otherwise rows need not have what cursors are made of.</summary>
    public bool IncludeCursors { get; init; } = true;

    /// <summary>Text of what the cursors are bound to besides the order, normally the field's other arguments. A cursor of another scope is refused.</summary>
    public string Scope { get; init; } = "";

    internal bool IsBackward => Last is not null;

    internal int Size => First ?? Last ?? throw new InvalidOperationException("Paging arguments need a first or a last.");
}
