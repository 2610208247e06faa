using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using AgencyRoi.Tests.Reports.LedgerChanges;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgencyRoi.Tests.Platform.Database.Outages;

/// <summary>A database that cannot be worked with is UNAVAILABLE on every route, and whoever was answered so can tell what stands.</summary>
public sealed class OutageTests(OutageApp app) : IClassFixture<OutageApp>
{
    private const string Clients = "{ clients(first: 1) { nodes { id } } }";
    private const string ImportHeader = "client,external_reference,date,category,amount,currency\n";
    private const string DiskFull = "raise exception 'No space left on device' using errcode = '53100'";

    public static TheoryData<string> Formats { get; } = ["application/json", "application/graphql-response+json"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Without_a_database_a_known_token_is_answered_with_503(string accept)
    {
        var token = await app.FreshTokenAsync(app.Alpha);
        Assert.Equal(200, (await app.PostAsync(token, Clients)).Status);
        await using var away = await app.GoAwayAsync();

        foreach (var query in new[] { Clients, CreateClient("never") })
        {
            var answer = await app.PostAsync(token, query, accept);

            Assert.Equal((503, 5, "UNAVAILABLE"), (answer.Status, answer.RetryAfter, answer.Code));
        }
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    [InlineData("text/event-stream")]
    public async Task Without_a_database_a_token_that_must_be_looked_up_is_answered_with_503(string accept)
    {
        var token = await app.FreshTokenAsync(app.Alpha);
        await using var away = await app.GoAwayAsync();

        var answers = new[]
        {
            await app.PostAsync(token, Clients, accept),
            await app.ImportAsync(token, ImportHeader),
            await Answered.ReadAsync(await app.As(token).GetAsync("/graphql/schema.graphql", TestContext.Current.CancellationToken)),
        };

        Assert.All(answers, answer => Assert.Equal((503, 5, "UNAVAILABLE"), (answer.Status, answer.RetryAfter, answer.Code)));
    }

    [Fact]
    public async Task Without_a_database_a_stream_says_so_in_its_event_and_a_socket_before_it_knows_anybody_in_its_close_code()
    {
        var (known, unknown) = (await app.FreshTokenAsync(app.Alpha), await app.FreshTokenAsync(app.Alpha));
        await app.PostAsync(known, Clients);
        await using var away = await app.GoAwayAsync();

        var streamed = await app.PostAsync(known, Clients, "text/event-stream");
        using var socket = await LiveSocket.OpenAsync(app);

        Assert.Equal(200, streamed.Status);
        Assert.Contains("\"code\":\"UNAVAILABLE\"", streamed.Text);
        Assert.Contains("\"retryAfter\":5", streamed.Text);
        Assert.Equal("1013 The service cannot answer at the moment", await socket.InitAsync(new { authorization = $"Bearer {unknown}" }));
    }

    [Fact]
    public async Task A_storm_is_logged_once_and_counted()
    {
        var token = await app.FreshTokenAsync(app.Alpha);
        await app.PostAsync(token, Clients);
        await using var away = await app.GoAwayAsync();
        var before = app.Log.Lines.Count;
        for (var i = 0; i < 3; i++)
            await app.PostAsync(token, Clients);
        var first = Errors();

        for (var i = 0; i < 30; i++)
            Assert.Equal(503, (await app.PostAsync(token, Clients)).Status);

        // One of each kind: ended by the server, and not let in any more; none when a test before had it within the minute.
        Assert.InRange(first, 0, 2);
        Assert.Equal(first, Errors());

        int Errors() => app.Log.Lines.Skip(before).Count(line => line.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task A_full_disk_undoes_its_own_field_and_what_stands_before_it_is_answered()
    {
        var client = await app.ClientAsync(app.Alpha, "full disk");
        await using var full = await app.PlantAsync("channels", DiskFull);
        var channel = CreateChannel(client);

        var alone = await app.PostAsync(app.Alpha.OwnerToken, $"mutation {{ only: {channel} }}");
        var second = await app.PostAsync(app.Alpha.OwnerToken, $"mutation {{ first: {Create("stands")} second: {channel} }}");

        Assert.Equal((503, 5, "UNAVAILABLE"), (alone.Status, alone.RetryAfter, alone.Code));
        Assert.Equal((200, null, "UNAVAILABLE"), (second.Status, second.RetryAfter, second.Code));
        var data = second.Json.GetProperty("data");
        Assert.Equal("stands", data.GetProperty("first").GetProperty("client").GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, data.GetProperty("second").ValueKind);
        Assert.Equal("second", second.Json.GetProperty("errors")[0].GetProperty("path")[0].GetString());
        Assert.Equal(0L, await app.Database.AsSuperuserAsync("select count(*) from app.channels where name = 'planted'"));
        Assert.Equal(1L, await app.Database.AsSuperuserAsync("select count(*) from app.clients where name = 'stands'"));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_connection_that_is_lost_in_commit_leaves_an_unknown_outcome_and_says_how_to_find_out(string accept)
    {
        await using var lost = await app.PlantAsync("clients", "perform pg_terminate_backend(pg_backend_pid())", inCommit: true);

        var answer = await app.PostAsync(app.Alpha.OwnerToken, CreateClient("lost in commit"), accept);

        Assert.Equal((200, null, "OUTCOME_UNKNOWN"), (answer.Status, answer.RetryAfter, answer.Code));
        Assert.Contains("external reference", answer.Text);
    }

    [Fact]
    public async Task A_connection_that_is_lost_while_reading_is_503_and_never_a_transaction_that_is_completed()
    {
        var client = await app.ClientAsync(app.Alpha, "lost while reading");
        await using var broken = await BreakReadsAsync("perform pg_terminate_backend(pg_backend_pid())");

        var answer = await app.PostAsync(
            app.Alpha.OwnerToken,
            $"{{ a: client(id: \"{client}\") {{ name }} b: clients {{ totalCount }} c: clients(where: {{ name: {{ eq: \"x\" }} }}) {{ totalCount }} }}"
        );

        Assert.Equal((503, 5), (answer.Status, answer.RetryAfter));
        Assert.All(Codes(answer), code => Assert.Equal("UNAVAILABLE", code));
        Assert.DoesNotContain(app.Log.Lines, line => line.Text.Contains("INTERNAL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_whose_answer_cannot_be_read_says_that_it_stands()
    {
        var client = await app.ClientAsync(app.Alpha, "of a change");
        await using var broken = await BreakReadsAsync($"if current_setting('transaction_read_only') = 'on' then {DiskFull}; end if");
        var made = CreateChannel(client, "made and not read", "channel { name client { name } }");

        var answer = await app.PostAsync(app.Alpha.OwnerToken, $"mutation {{ made: {made} }}");

        Assert.Equal((200, null, "UNAVAILABLE"), (answer.Status, answer.RetryAfter, answer.Code));
        Assert.True(answer.Json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("written").GetBoolean());
        Assert.Equal(1L, await app.Database.AsSuperuserAsync("select count(*) from app.channels where name = 'made and not read'"));
    }

    [Fact]
    public async Task A_read_that_waits_for_a_lock_in_vain_is_unavailable_and_a_write_lost_against_somebody()
    {
        await using var holder = await LockAsync("app.clients");

        var read = await app.PostAsync(app.Alpha.OwnerToken, Clients);
        var write = await app.PostAsync(app.Alpha.OwnerToken, CreateClient("waits in vain"));

        Assert.Equal((503, 5, "UNAVAILABLE"), (read.Status, read.RetryAfter, read.Code));
        Assert.Equal("CONFLICT", write.Code);
    }

    [Fact]
    public async Task An_import_reports_the_rows_that_stand_and_without_any_it_is_503()
    {
        await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient("imports", externalReference: "imports"));
        await using var full = await app.PlantAsync("costs", $"if new.external_reference = 'last' then {DiskFull}; end if");
        const string last = "imports,last,2025-01-01,OTHER,1,USD\n";
        var thousand = string.Concat(Enumerable.Range(0, 1000).Select(row => $"imports,r-{row},2025-01-01,OTHER,1,USD\n"));

        var nothing = await app.ImportAsync(app.Alpha.OwnerToken, ImportHeader + last);
        var some = await app.ImportAsync(app.Alpha.OwnerToken, ImportHeader + thousand + last);

        Assert.Equal((503, 5, "UNAVAILABLE"), (nothing.Status, nothing.RetryAfter, nothing.Code));
        Assert.Equal((200, 5), (some.Status, some.RetryAfter));
        Assert.Equal((1000, 1000), (some.Json.GetProperty("rows").GetInt32(), some.Json.GetProperty("created").GetInt32()));
        Assert.Equal("UNAVAILABLE", some.Json.GetProperty("interrupted").GetProperty("code").GetString());
        Assert.Equal(1002, some.Json.GetProperty("interrupted").GetProperty("fromLine").GetInt32());
        Assert.Equal(
            (1002, 1),
            (
                some.Json.GetProperty("lines").GetProperty("total").GetInt32(),
                some.Json.GetProperty("lines").GetProperty("notRead").GetInt32()
            )
        );
        Assert.Equal(1000L, await app.Database.AsSuperuserAsync("select count(*) from app.costs where external_reference like 'r-%'"));
    }

    [Fact]
    public async Task An_import_that_its_caller_breaks_off_is_no_fault_of_ours()
    {
        var token = await app.FreshTokenAsync(app.Alpha);
        var before = app.Log.Lines.Count;

        using (var caller = new TcpClient(app.Address.Host, app.Address.Port))
        {
            var stream = caller.GetStream();
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes(
                    $"POST /imports/costs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nContent-Type: text/csv\r\n"
                        + "Content-Length: 100000\r\nExpect: 100-continue\r\n\r\n"
                )
            );
            // The server has begun to read.
            var buffer = new byte[1024];
            Assert.Contains("100 Continue", Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer)));
            await stream.WriteAsync(Encoding.ASCII.GetBytes(ImportHeader + "nobody,a,2025-01-01,OTHER,1,USD\n"));
        }
        while (!Since().Any(line => line.Text.StartsWith("Request finished", StringComparison.Ordinal) && line.Text.Contains("/imports/")))
            await Task.Delay(10, EventStream.Patience);

        Assert.DoesNotContain(Since(), line => line.Level >= LogLevel.Warning);

        IEnumerable<LogLine> Since() => app.Log.Lines.Skip(before);
    }

    private static string[] Codes(Answered answer) =>
        [
            .. answer
                .Json.GetProperty("errors")
                .EnumerateArray()
                .Select(error => error.GetProperty("extensions").GetProperty("code").GetString()!),
        ];

    private static string CreateClient(string name) => $"mutation {{ {Create(name)} }}";

    private static string Create(string name) =>
        $$"""
            createClient(input: { name: "{{name}}", industry: FOOD_AND_DRINK, businessModel: B2C, size: SMALL, currency: "USD", timeZone: "UTC" }) {
              client { name } errors { ... on Error { code } }
            }
            """;

    private static string CreateChannel(string client, string name = "planted", string read = "channel { name }") =>
        $$"""
            createChannel(input: { clientId: "{{client}}", networkCode: "FACEBOOK", name: "{{name}}", ownership: OWNED, role: CARE, runByAgency: true }) {
              {{read}} errors { ... on Error { code } }
            }
            """;

    /// <summary>Has the policy of clients do something whenever a row of theirs is looked at.</summary>
    private async Task<IAsyncDisposable> BreakReadsAsync(string act)
    {
        await app.Database.AsSuperuserAsync(
            $"""
            create function public.break_reads() returns boolean language plpgsql as $$ begin {act}; return true; end $$;
            alter policy tenant on app.clients using (tenant_id = app.current_tenant() and public.break_reads())
            """
        );
        return new Restored(app.Database);
    }

    private async Task<IAsyncDisposable> LockAsync(string table)
    {
        var connection = new NpgsqlConnection(app.Database.SuperuserConnection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"begin; lock table {table} in access exclusive mode", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private sealed class Restored(TestDatabase database) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() =>
            await database.AsSuperuserAsync(
                """
                alter policy tenant on app.clients using (tenant_id = app.current_tenant() and app.client_visible(id));
                drop function public.break_reads()
                """
            );
    }
}
