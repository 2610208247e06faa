using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Access;

/// <summary>Whether callers of one kind may still be served, looked up in the database: it is the one place that cannot be behind.</summary>
internal interface ICallerEnd
{
    CallerKind Kind { get; }

    /// <summary>The table in schema app that has a row for each of them.</summary>
    string Table { get; }

    /// <summary>The viewers of the session's agency and of this kind who may be served no longer, each with the reason.</summary>
    Task<IReadOnlyDictionary<Viewer, GraphQLError>> FindAsync(
        DatabaseSession session,
        IReadOnlyCollection<Viewer> viewers,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );
}
