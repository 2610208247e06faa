using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgencyRoi.Tests.RandomOperations;

/// <summary>One thing that somebody does: a sample operation with its input, or a file of some rows.</summary>
/// <param name="Kind">What the report counts it as.</param>
/// <param name="Retraction">The operation that takes it back; null when nothing does.</param>
/// <param name="Csv">A file instead of an operation, whose kind is the operation's name.</param>
internal sealed record Operation(string Kind, string Name, JsonObject Input, string? Retraction = null, string? Csv = null)
{
    /// <summary>The refund of a sale.</summary>
    public Operation Of(Handle sale)
    {
        Input["saleId"] = sale.Id;
        return this;
    }
}

/// <summary>A fact as it was last read: what its retraction has to name.</summary>
internal readonly record struct Handle(string Retraction, string Id, long Version)
{
    public static Handle? Of(Operation operation, JsonElement made) =>
        operation.Retraction is { } retraction ? new(retraction, made.Text("id"), made.Long("version")) : null;

    public JsonObject Input => new() { ["id"] = Id, ["version"] = Version };
}
