namespace AgencyRoi.GraphQL.Execution;

/// <summary>A document that comes with the host and is run by an id. Of one that does not fit the schema of an engine only that is told.</summary>
/// <param name="Text">UTF-8.</param>
/// <param name="OperationName">The operation that the id stands for; null: the request names it when there are several.</param>
public sealed record TrustedDocument(ReadOnlyMemory<byte> Text, string? OperationName = null);
