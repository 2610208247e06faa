using AgencyRoi.Api;
using AgencyRoi.GraphQL.Errors;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyRoi.Tests.Api;

public sealed class KnownFailuresTests
{
    private const string Inside = "duplicate key value violates unique constraint \"clients_key\"";

    [Theory]
    [InlineData("23505", "ALREADY_EXISTS")]
    [InlineData("23503", "NOT_FOUND")]
    [InlineData("42501", "NOT_FOUND")]
    [InlineData("40001", "CONFLICT")]
    [InlineData("40P01", "CONFLICT")]
    [InlineData("55P03", "CONFLICT")]
    [InlineData("57014", "TIMEOUT")]
    [InlineData("57P01", "UNAVAILABLE")]
    [InlineData("53300", "UNAVAILABLE")]
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
            var shown = KnownFailures.Describe(new GraphQLError("Unexpected.") { Exception = failure, Path = ["clients", 0] });

            Assert.Equal(code, shown.Code);
            Assert.DoesNotContain("clients_key", shown.Message);
            Assert.Equal(["clients", 0], shown.Path);
        }
    }

    [Fact]
    public void A_lost_connection_is_an_outage_and_a_bug_stays_what_the_engine_makes_of_it()
    {
        var bug = new GraphQLError("Unexpected.") { Exception = new InvalidOperationException("a bug") };

        Assert.Equal(
            "UNAVAILABLE",
            KnownFailures.Describe(new GraphQLError("Unexpected.") { Exception = new NpgsqlException("Connection refused") }).Code
        );
        Assert.Same(bug, KnownFailures.Describe(bug));
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
