using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Metrics;
using AgencyRoi.Platform.Errors;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyRoi.Tests.Platform.Errors;

public sealed class KnownFailuresTests
{
    private const string Inside = "duplicate key value violates unique constraint \"clients_key\"";

    [Fact]
    public void Whoever_ran_out_of_time_is_told_where_and_what_to_ask_for_instead()
    {
        var engines = new GraphQLError("The time is over.") { Code = "TIMEOUT", Path = ["client", "roi"] };

        var shown = KnownFailures.AsShown(engines, isRead: true);

        Assert.Equal("TIMEOUT", shown.Code);
        Assert.Equal(["client", "roi"], shown.Path);
        Assert.Contains("revalueClient takes a later from", shown.Message);
    }

    [Theory]
    [InlineData("23505", "ALREADY_EXISTS")]
    [InlineData("23503", "NOT_FOUND")]
    [InlineData("42501", "NOT_FOUND")]
    [InlineData("40001", "CONFLICT")]
    [InlineData("40P01", "CONFLICT")]
    [InlineData("55P03", "CONFLICT")]
    [InlineData("57014", "TIMEOUT")]
    [InlineData("57P01", "UNAVAILABLE")]
    [InlineData("57P03", "UNAVAILABLE")]
    [InlineData("08006", "UNAVAILABLE")]
    [InlineData("53100", "UNAVAILABLE")]
    [InlineData("53200", "UNAVAILABLE")]
    [InlineData("53300", "UNAVAILABLE")]
    [InlineData("53400", "UNAVAILABLE")]
    [InlineData("58030", "UNAVAILABLE")]
    public void What_a_caller_can_act_on_has_a_code_however_it_is_wrapped_and_says_nothing_of_the_inside(string state, string code)
    {
        var refused = new PostgresException(Inside, "ERROR", "ERROR", state);

        foreach (
            var failure in new Exception[]
            {
                refused,
                new DbUpdateException("x", refused),
                new InvalidOperationException("x", new DbUpdateException("x", refused)),
            }
        )
        {
            var shown = KnownFailures.AsShown(
                new GraphQLError("Unexpected.") { Exception = failure, Path = ["clients", 0] },
                isRead: false
            );

            Assert.Equal(code, shown.Code);
            Assert.DoesNotContain("clients_key", shown.Message);
            Assert.Equal(["clients", 0], shown.Path);
        }
    }

    [Fact]
    public void A_read_that_waited_for_a_lock_in_vain_lost_against_nobody()
    {
        var error = new GraphQLError("Unexpected.") { Exception = new PostgresException(Inside, "ERROR", "ERROR", "55P03") };

        Assert.Equal("CONFLICT", KnownFailures.AsShown(error, isRead: false).Code);
        Assert.Equal("UNAVAILABLE", KnownFailures.AsShown(error, isRead: true).Code);
    }

    [Fact]
    public void Whatever_ends_the_connection_is_an_outage()
    {
        var ended = new GraphQLError("Unexpected.") { Exception = new PostgresException(Inside, "FATAL", "FATAL", "55000") };

        Assert.Equal("UNAVAILABLE", KnownFailures.AsShown(ended, isRead: true).Code);
    }

    [Fact]
    public void A_lost_connection_is_an_outage_and_a_bug_stays_what_the_engine_makes_of_it()
    {
        var bug = new GraphQLError("Unexpected.") { Exception = new InvalidOperationException("a bug") };

        Assert.Equal(
            "UNAVAILABLE",
            KnownFailures
                .AsShown(new GraphQLError("Unexpected.") { Exception = new NpgsqlException("Connection refused") }, isRead: true)
                .Code
        );
        Assert.Same(bug, KnownFailures.AsShown(bug, isRead: true));
    }

    [Fact]
    public void Every_code_of_the_engine_is_in_the_closed_list()
    {
        var engine = typeof(GraphQLError).Assembly.GetType("AgencyRoi.GraphQL.Errors.ErrorCodes")!;
        var codes = engine.GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();
        var list = Enum.GetValues<ErrorCode>().Select(AgencyRoi.Metrics.EnumCode.Of).ToHashSet();

        Assert.NotEmpty(codes);
        Assert.Empty(codes.Except(list));
    }
}
