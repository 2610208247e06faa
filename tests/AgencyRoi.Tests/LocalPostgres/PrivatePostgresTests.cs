using System.Net;
using System.Net.Sockets;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform.Database.Migrations;
using Npgsql;

namespace AgencyRoi.Tests.LocalPostgres;

/// <summary>A server of our own, made and met again in every state that a developer's machine can leave it in.</summary>
public sealed class PrivatePostgresTests : IAsyncLifetime
{
    private readonly PrivatePostgresOptions options = new(Path.Combine(Path.GetTempPath(), $"agency-roi-tests-{Guid.NewGuid():N}"[..32]))
    {
        Durable = false,
    };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await PrivatePostgres.RemoveAsync(options);

    [Fact]
    public async Task What_was_written_is_there_after_a_restart_on_the_same_port()
    {
        int port;
        await using (var server = await PreparedPostgres.StartAsync(options))
        {
            port = server.Port;
            await server.CreateDatabaseIfMissingAsync("kept");
        }

        await using var again = await PreparedPostgres.StartAsync(options);

        Assert.Equal(port, again.Port);
        Assert.Equal(true, await AskAsync(again, "select exists (select from pg_database where datname = 'kept')"));
    }

    [Fact]
    public async Task A_server_left_by_a_killed_run_is_taken_over()
    {
        var (port, started) = await LeaveOneRunningAsync();

        await using var server = await PreparedPostgres.StartAsync(options);

        Assert.Equal(port, server.Port);
        Assert.Equal(started, await AskAsync(server, "select pg_postmaster_start_time()"));
    }

    [Fact]
    public async Task A_note_of_a_server_that_is_gone_stops_nobody_even_if_its_process_id_lives_on()
    {
        await (await PreparedPostgres.StartAsync(options)).DisposeAsync();
        var ours = Environment.ProcessId;
        await File.WriteAllTextAsync(Path.Combine(options.Folder, "data", "postmaster.pid"), $"{ours}\n{options.Folder}/data\n0\n1\n\n\n");

        await using var server = await PreparedPostgres.StartAsync(options);

        Assert.Equal(1, await AskAsync(server, "select 1"));
    }

    [Fact]
    public async Task A_run_killed_while_making_the_cluster_does_not_disturb_the_next()
    {
        Directory.CreateDirectory(Path.Combine(options.Folder, "data.new", "base"));

        await using var server = await PreparedPostgres.StartAsync(options);

        Assert.Equal("UTF8 UTC", await AskAsync(server, "select current_setting('server_encoding') || ' ' || current_setting('timezone')"));
    }

    [Fact]
    public async Task A_second_run_on_the_same_folder_is_told_so()
    {
        await using var server = await PreparedPostgres.StartAsync(options);

        var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() => PreparedPostgres.StartAsync(options));

        Assert.Contains("Another process is using the database", error.Message);
    }

    [Fact]
    public async Task Something_else_in_the_folder_stops_nobody_and_outlives_the_cluster()
    {
        Directory.CreateDirectory(options.Folder);
        var thesis = Path.Combine(options.Folder, "thesis.txt");
        await File.WriteAllTextAsync(thesis, "years of work");

        await using (var server = await PreparedPostgres.StartAsync(options))
            Assert.Equal(1, await AskAsync(server, "select 1"));
        await PrivatePostgres.RemoveAsync(options);

        Assert.Equal("years of work", await File.ReadAllTextAsync(thesis));
        Assert.Equal([thesis], Directory.EnumerateFileSystemEntries(options.Folder));
        File.Delete(thesis);
    }

    [Fact]
    public async Task A_folder_of_somebody_else_in_the_clusters_place_is_named()
    {
        var data = Directory.CreateDirectory(Path.Combine(options.Folder, "data"));

        var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() => PreparedPostgres.StartAsync(options));

        Assert.Contains("holds something else", error.Message);
        data.Delete();
    }

    [Fact]
    public async Task A_port_that_must_be_had_and_is_taken_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;

        var error = await Assert.ThrowsAsync<PostgresUnavailableException>(() =>
            PreparedPostgres.StartAsync(options with { Port = taken })
        );

        Assert.Contains($"Port {taken} for the database is taken", error.Message);
    }

    [Fact]
    public async Task A_remembered_port_that_is_taken_is_replaced()
    {
        int port;
        await using (var server = await PreparedPostgres.StartAsync(options))
            port = server.Port;
        using var other = new TcpListener(IPAddress.Loopback, port);
        other.Start();

        await using var again = await PreparedPostgres.StartAsync(options);

        Assert.NotEqual(port, again.Port);
    }

    [Fact]
    public async Task Nobody_enters_without_the_password_and_nobody_else_can_read_it()
    {
        await using var server = await PreparedPostgres.StartAsync(options);
        var withoutPassword = new NpgsqlConnectionStringBuilder(server.SuperuserConnection("postgres")) { Password = "guess" };
        await using var stranger = new NpgsqlConnection(withoutPassword.ConnectionString);

        var error = await Assert.ThrowsAsync<PostgresException>(() => stranger.OpenAsync());

        Assert.Equal(PostgresErrorCodes.InvalidPassword, error.SqlState);
        Assert.Equal(0L, await AskAsync(server, "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"));
        if (OperatingSystem.IsWindows())
            return; // file modes are Unix's
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(Path.Combine(server.Folder, "superuser.password"))
        );
    }

    [Fact]
    public async Task Run_as_root_the_server_steps_down_and_finds_a_place_it_can_reach()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess, "Only root has to step down.");
        var closed = Directory.CreateTempSubdirectory("agency-roi-closed-").FullName;
        var inside = new PrivatePostgresOptions(Path.Combine(closed, ".agency-roi", "pg")) { Durable = false };
        try
        {
            var server = await PreparedPostgres.StartAsync(inside);

            Assert.NotEqual(inside.Folder, server.Folder);
            Assert.Equal(server.Folder, (await File.ReadAllTextAsync(inside.Folder + ".place")).Trim());
            await server.CreateDatabaseIfMissingAsync("of_this_checkout");
            await server.DisposeAsync();

            // A checkout deleted and made anew at the same path starts anew too.
            Directory.Delete(Path.GetDirectoryName(inside.Folder)!, recursive: true);
            await using var anew = await PreparedPostgres.StartAsync(inside);
            Assert.Equal(false, await AskAsync(anew, "select exists (select from pg_database where datname = 'of_this_checkout')"));
        }
        finally
        {
            await PrivatePostgres.RemoveAsync(inside);
            Directory.Delete(closed, recursive: true);
        }
    }

    // What a killed run leaves: the server runs and nobody holds the lock.
    private async Task<(int Port, object? Started)> LeaveOneRunningAsync()
    {
        var account = ServerAccount.ForThisProcess();
        var binaries = await PostgresBinaries.FindAsync(account, TestContext.Current.CancellationToken);
        await (await PreparedPostgres.StartAsync(options)).DisposeAsync();
        using var folder = await ClusterFolder.OpenAsync(options.Folder, account, TestContext.Current.CancellationToken);
        var port = await new Cluster(account, binaries, folder).StartAsync(options, TestContext.Current.CancellationToken);

        var password = (await File.ReadAllTextAsync(folder.Password)).Trim();
        var connectionString = $"Host=127.0.0.1;Port={port};Database=postgres;Username=postgres;Password={password};Pooling=false";
        return (port, await AskAsync(connectionString, "select pg_postmaster_start_time()"));
    }

    private static Task<object?> AskAsync(PrivatePostgres server, string question) =>
        AskAsync(server.SuperuserConnection("postgres"), question);

    private static async Task<object?> AskAsync(string connectionString, string question)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(question, connection);
        return await command.ExecuteScalarAsync();
    }
}
