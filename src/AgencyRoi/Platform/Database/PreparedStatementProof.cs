using Npgsql;

namespace AgencyRoi.Platform.Database;

/// <summary>
/// Named prepared statements live on the server's connection. Behind a pooler that hands these from caller to caller, a name stands for whatever text the last
/// one gave it, unless the pooler keeps the names apart (PgBouncer from 1.21 on with <c>max_prepared_statements</c>). So a connection that prepares
/// is proven when it is made: the server is the one that it talks to, or the pooler keeps names apart in front of our eyes.
/// </summary>
internal sealed class PreparedStatementProof(string connectionString)
{
    private const int Connections = 3;
    private const int Rounds = 3;

    private readonly string unpooled = new NpgsqlConnectionStringBuilder(connectionString)
    {
        Pooling = false,
        MaxAutoPrepare = 0,
        Timeout = 5,
        CommandTimeout = 5,
    }.ConnectionString;
    private readonly Lock sync = new();
    private volatile bool isProven;
    private Task? looking;

    /// <summary>For each new connection of a pool.</summary>
    /// <exception cref="PoolerException">Statements could be another caller's.</exception>
    public async Task DemandAsync(NpgsqlConnection connection)
    {
        await using var asking = new NpgsqlCommand("select pg_backend_pid()", connection);
        if (await asking.ExecuteScalarAsync() is int server && server == connection.ProcessID)
            return;
        if (!isProven)
            await LookAsync();
        if (!isProven)
            throw new PoolerException();
    }

    // One look for all who wait; a pooler that was set right is noticed by the next one.
    private Task LookAsync()
    {
        lock (sync)
            return looking is { IsCompleted: false } running ? running : looking = Look();

        async Task Look() => isProven = await KeepsNamesApartAsync();
    }

    /// <summary>
    /// Several connections give the same name to different texts and use it in turns. It is a proof only when the pooler was seen to move connections
    /// from server to server: one that has not yet may do so later.
    /// </summary>
    private async Task<bool> KeepsNamesApartAsync()
    {
        var callers = new List<Caller>();
        try
        {
            for (var i = 0; i < Connections; i++)
                callers.Add(await Caller.PrepareAsync(unpooled, i));
            for (var round = 0; round < Rounds; round++)
                foreach (var caller in callers)
                    if (!await caller.IsAnsweredAsync())
                        return false;
            return callers.SelectMany(caller => caller.Servers).Distinct().Count() != callers.Count
                || callers.Any(caller => caller.Servers.Count > 1);
        }
        catch (PostgresException error)
            when (error.SqlState is PostgresErrorCodes.DuplicatePreparedStatement or PostgresErrorCodes.InvalidSqlStatementName)
        {
            return false;
        }
        finally
        {
            foreach (var caller in callers)
                await caller.DisposeAsync();
        }
    }

    // The driver counts names for each connection, so all of these are called the same.
    private sealed class Caller(NpgsqlConnection connection, NpgsqlCommand own, string text) : IAsyncDisposable
    {
        public HashSet<int> Servers { get; } = [];

        public static async Task<Caller> PrepareAsync(string connectionString, int number)
        {
            var connection = new NpgsqlConnection(connectionString);
            var text = $"caller {number}";
            var own = new NpgsqlCommand($"select pg_backend_pid(), '{text}'", connection);
            try
            {
                await connection.OpenAsync();
                await own.PrepareAsync();
                return new(connection, own, text);
            }
            catch
            {
                await own.DisposeAsync();
                await connection.DisposeAsync();
                throw;
            }
        }

        public async Task<bool> IsAnsweredAsync()
        {
            await using var reader = await own.ExecuteReaderAsync();
            if (!await reader.ReadAsync())
                return false;
            Servers.Add(reader.GetInt32(0));
            return reader.GetString(1) == text;
        }

        public async ValueTask DisposeAsync()
        {
            await own.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}

/// <summary>The connection string asks for prepared statements, and the way to the database mixes them up, or may.</summary>
internal sealed class PoolerException()
    : NpgsqlException(
        """
        ConnectionStrings:App asks for prepared statements (Max Auto Prepare), and it leads to a pooler that was not seen to keep them apart: a statement of
        one caller could be run for another. Write Max Auto Prepare=0, or leave it out; or have the pooler keep them apart (PgBouncer from 1.21 on in
        transaction mode, with max_prepared_statements above 0); or connect to PostgreSQL itself.
        """
    );
