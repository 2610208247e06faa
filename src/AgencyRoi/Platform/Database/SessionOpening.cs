using AgencyRoi.Platform.Tenancy;
using Npgsql;

namespace AgencyRoi.Platform.Database;

/// <summary>The statements that open a session, with their values in themselves, and what the server must say that they led to.</summary>
internal sealed class SessionOpening
{
    private static readonly (string Name, string Expression)[] Facts =
    [
        ("agency", "current_setting('app.tenant_id', true)"),
        ("clients", "current_setting('app.client_scope', true)"),
        ("read only", "current_setting('transaction_read_only')"),
        ("isolation", "current_setting('transaction_isolation')"),
    ];
    private static readonly string ReadBackOfAll = $"select {string.Join(", ", Facts.Select(fact => fact.Expression))}";
    private static long opened;

    private readonly List<string> expected;

    /// <param name="scope">Whose session it is to be.</param>
    /// <param name="mode">Whether it may write.</param>
    /// <param name="statements">Whether the driver prepares what it is asked for again.</param>
    /// <param name="processId">The server's process as the connection's start told it.</param>
    public SessionOpening(TenantScope scope, SessionMode mode, PreparedStatements statements, int processId)
    {
        var isRead = mode == SessionMode.Read;
        // Statements that are sent together are a transaction of their own where BEGIN got lost, and look like one. A savepoint is refused there.
        Settings =
        [
            .. isRead ? new[] { "set transaction read only" } : [],
            $"set local app.tenant_id = '{scope.Tenant.Id}'",
            $"set local app.client_scope = '{scope.Clients.Setting}'",
            "savepoint opened",
            "release savepoint opened",
            .. isRead ? [] : new[] { WriteCounts.Add(scope.Tenant.Id) },
        ];
        ReadBack = ReadBackOfAll;
        expected =
        [
            scope.Tenant.Id.ToString(),
            scope.Clients.Setting,
            isRead ? "on" : "off",
            isRead ? "repeatable read" : "read committed",
        ];
        if (statements == PreparedStatements.Off)
            return;

        // The driver prepares a text that comes again, under a name that another caller behind a pooler may have given to another text. These never do.
        var mark = $" /* {Interlocked.Increment(ref opened)} */";
        Settings = [.. Settings.Select(text => text + mark)];
        ReadBack = $"{ReadBackOfAll}, {OwnStatements(processId)}{mark}";
        expected.Add("yes");
    }

    public IReadOnlyList<string> Settings { get; }

    public string ReadBack { get; }

    /// <param name="answer">The row of <see cref="ReadBack"/>, or whatever came in its place.</param>
    /// <exception cref="SessionMismatchException">It is not the session that was asked for.</exception>
    public void Check(IReadOnlyList<string?> answer)
    {
        if (answer.Count != expected.Count)
            throw new SessionMismatchException("the answer's form");
        for (var i = 0; i < expected.Count; i++)
            if (answer[i] != expected[i])
                throw new SessionMismatchException(i < Facts.Length ? Facts[i].Name : "prepared statements");
    }

    // Either the server is the process that the connection was made with, or the pooler between gives each statement a name of its own.
    private static string OwnStatements(int processId) =>
        $"""
            case when pg_backend_pid() = {processId} then 'yes'
              when exists (select from pg_prepared_statements where name like '\_auto%' or name like '\_p%') then 'no' else 'yes' end
            """;
}

/// <summary>
/// The server did not open the session that was asked for: something before it mixes up connections or statements. As with every failure of the driver, the
/// service is unavailable.
/// </summary>
/// <param name="difference">What differs; never a value.</param>
internal sealed class SessionMismatchException(string difference)
    : NpgsqlException(
        $"The database opened another session than the one asked for ({difference}): what stands before it mixes up connections or statements."
    );
