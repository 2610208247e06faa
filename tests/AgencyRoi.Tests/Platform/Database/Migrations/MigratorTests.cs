using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform.Database.Migrations;
using Npgsql;

namespace AgencyRoi.Tests.Platform.Database.Migrations;

public sealed class MigratorTests(PostgresFixture postgres)
{
    private static readonly Migration First = Migration.Of("0001", "first", "create table app.first (id int primary key);");
    private static readonly Migration Second = Migration.Of("0002", "second", "create table app.second (id int primary key);");

    [Fact]
    public async Task Applying_everything_again_changes_nothing()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var before = await database.AsSuperuserAsync(Fingerprint);

        var applied = await new Migrator(database.MigratorConnection).RunAsync();

        Assert.Empty(applied);
        Assert.Equal(before, await database.AsSuperuserAsync(Fingerprint));
    }

    [Fact]
    public void Every_file_is_found_and_has_a_number_of_its_own()
    {
        var files = Directory.GetFiles(Path.Combine(AgencyRoi.LocalPostgres.Checkout.Root, "db-migrations"), "*.sql");

        Assert.Equal(files.Select(Path.GetFileNameWithoutExtension).Order(), Migration.All.Select(migration => migration.ToString()));
        Assert.Equal(Migration.All.Count, Migration.All.Select(migration => migration.Number).Distinct().Count());
    }

    [Fact]
    public async Task A_changed_file_is_refused()
    {
        await using var database = await MigratedAsync(First);

        var error = await FailsAsync(database, First with { Checksum = "another" });

        Assert.Contains("0001_first was changed", error.Message);
    }

    [Fact]
    public async Task A_missing_file_is_refused()
    {
        await using var database = await MigratedAsync(First, Second);

        Assert.Contains("0002_second was applied to this database and is missing", (await FailsAsync(database, First)).Message);
    }

    [Fact]
    public async Task A_file_that_comes_before_an_applied_one_is_refused()
    {
        await using var database = await MigratedAsync(Second);

        Assert.Contains("0001_first comes before 0002", (await FailsAsync(database, First, Second)).Message);
    }

    [Fact]
    public async Task A_file_that_fails_leaves_nothing_of_itself_and_keeps_those_before_it()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync();
        var broken = Migration.Of("0002", "broken", "create table app.half (id int primary key); select 1 / 0;");

        var error = await FailsAsync(database, First, broken);

        Assert.Contains("0002_broken failed: 22012", error.Message);
        Assert.Equal("first", await database.AsSuperuserAsync("select string_agg(name, ',') from app.schema_migrations"));
        Assert.Equal(DBNull.Value, await database.AsSuperuserAsync("select to_regclass('app.half')::text"));
    }

    [Fact]
    public async Task Two_runs_at_once_apply_each_file_once()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync();

        var runs = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => new Migrator(database.MigratorConnection, [First, Second]).RunAsync())
        );

        Assert.Equal(2, runs.Sum(run => run.Count));
    }

    [Fact]
    public async Task A_file_that_finds_its_table_in_use_tries_again()
    {
        await using var database = await MigratedAsync(First);
        await using var reader = new NpgsqlConnection(database.SuperuserConnection);
        await reader.OpenAsync();
        var transaction = await reader.BeginTransactionAsync();
        await using (var look = new NpgsqlCommand("lock table app.first in access share mode", reader, transaction))
            await look.ExecuteNonQueryAsync();

        var alter = Migration.Of("0002", "alter", "alter table app.first add name text;");
        var run = new Migrator(database.MigratorConnection, [First, alter]).RunAsync();
        await WaitingAsync(database);
        await transaction.DisposeAsync();

        Assert.Equal(alter, Assert.Single(await run));
    }

    [Fact]
    public void The_way_lines_end_does_not_change_a_checksum() =>
        Assert.Equal(
            Migration.Of("0001", "a", "select 1;\nselect 2;\n").Checksum,
            Migration.Of("0001", "a", "select 1;\r\nselect 2;\r\n").Checksum
        );

    private const string Fingerprint = """
        select md5(string_agg(line, e'\n' order by line)) from (
          select format('%s %s %s %s', attrelid::regclass, attname, atttypid::regtype, attnotnull) line from pg_attribute
          where attrelid in (select oid from pg_class where relnamespace = 'app'::regnamespace)
          union all select format('%s', row (m.*)) from app.schema_migrations m
          union all select format('%s', row (p.*)) from pg_policies p
          union all select format('%s %s', oid::regclass, relacl) from pg_class where relnamespace = 'app'::regnamespace) lines
        """;

    // The migration has asked for its lock and does not have it.
    private static async Task WaitingAsync(TestDatabase database)
    {
        while (await database.AsSuperuserAsync("select true from pg_locks where not granted and relation = 'app.first'::regclass") is null)
            await Task.Yield();
    }

    private async Task<TestDatabase> MigratedAsync(params Migration[] migrations)
    {
        var database = await postgres.CreateEmptyDatabaseAsync();
        await new Migrator(database.MigratorConnection, migrations).RunAsync();
        return database;
    }

    private static Task<MigrationException> FailsAsync(TestDatabase database, params Migration[] migrations) =>
        Assert.ThrowsAsync<MigrationException>(() => new Migrator(database.MigratorConnection, migrations).RunAsync());
}
