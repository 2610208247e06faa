using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Tests.Platform.Database;

public sealed class DataSourcesTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData(";Max Auto Prepare=0", 0)]
    [InlineData(";MaxAutoPrepare=0", 0)]
    [InlineData(";max auto prepare=7", 7)]
    public void Statements_are_prepared_only_when_the_connection_string_asks_for_it(string setting, int prepared)
    {
        using var source = DataSources.Create($"Host=127.0.0.1;Username=somebody{setting}");

        Assert.Equal(prepared, new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxAutoPrepare);
        Assert.Equal(prepared > 0 ? PreparedStatements.On : PreparedStatements.Off, DataSources.StatementsOf(source));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(";No Reset On Close=true", true)]
    public void Connections_are_reset_between_users_unless_the_connection_string_says_otherwise(string setting, bool isKept) =>
        Assert.Equal(isKept, Made(setting).NoResetOnClose);

    [Fact]
    public void Nobody_shares_a_connection_or_shows_others_rows_in_errors()
    {
        var made = Made(";Multiplexing=true;Include Error Detail=true");

        Assert.Equal((false, false), (made.Multiplexing, made.IncludeErrorDetail));
    }

    private static NpgsqlConnectionStringBuilder Made(string setting)
    {
        using var source = DataSources.Create($"Host=127.0.0.1;Username=somebody{setting}");
        return new(source.ConnectionString);
    }
}
