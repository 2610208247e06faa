using System.Collections.Frozen;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.Validation;

namespace AgencyRoi.GraphQL.Execution;

/// <summary>How the engine executes; the same for all operations of one <see cref="GraphQLEngine"/>.</summary>
public sealed class ExecutionOptions
{
    /// <summary>
    /// True when an operation has one database connection: batch resolvers, loader dispatches and asynchronous resolvers of one
    /// operation then never overlap. A resolver that waits for a loader is set aside; one that waits for anything else is awaited first.
    /// </summary>
    public bool LoadsOneAtATime { get; init; }

    /// <summary>The time for one operation or one event of a subscription. Resolvers see it through their cancellation token.</summary>
    public TimeSpan ExecutionTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What a document may cost to parse.</summary>
    internal ParserOptions Parser { get; init; } = ParserOptions.Default;

    /// <summary>How strictly a document is validated.</summary>
    public ValidationOptions Validation { get; init; } = ValidationOptions.Default;

    /// <summary>What an operation may cost, and how that is counted.</summary>
    public CostOptions Cost { get; init; } = new();

    /// <summary>Documents that come with the host, by the ids they are run by.</summary>
    public IReadOnlyDictionary<string, TrustedDocument> TrustedDocuments { get; init; } = FrozenDictionary<string, TrustedDocument>.Empty;

    /// <summary>Members of the schema that not every caller may use; null: everybody may use all.</summary>
    public MemberGuard? Guard { get; init; }

    /// <summary>How many valid documents are kept parsed, validated and planned; as many again by hashes that callers gave them.</summary>
    public int CachedDocuments { get; init; } = 500;

    /// <summary>The text of all kept documents together, in bytes.</summary>
    public int CachedDocumentBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>
    /// How many plans are kept of documents with conditions: one that has n of them has 2^n plans. A document without conditions is kept with
    /// its one plan.
    /// </summary>
    public int CachedPlans { get; init; } = 500;

    /// <summary>How many keys one call of a data loader gets at most.</summary>
    public int MaxLoaderBatchSize { get; init; } = 1024;

    /// <summary>
    /// Sees every error before it is written and may replace it, for example to give a known database exception a code. An error
    /// that still carries its exception afterwards is reported to <see cref="OperationLifecycle.OnException"/>.
    /// </summary>
    public Func<GraphQLError, GraphQLError>? ErrorFilter { get; init; }
}
