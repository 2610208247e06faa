using System.Text.RegularExpressions;

namespace AgencyRoi.Tests.Platform.Database;

/// <summary>Rows are read by the place of a column, so that each statement names the columns it answers: a new column of a table moves none of them.</summary>
public sealed partial class NamedColumnsTests
{
    [Fact]
    public void No_statement_answers_all_columns_of_a_table()
    {
        var files = Directory.GetFiles(Repository.PathOf("src"), "*.sql", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => AllColumns().IsMatch(WithoutInnerSelects(File.ReadAllText(file)))).Select(Path.GetFileName));
    }

    private static string WithoutInnerSelects(string sql)
    {
        for (var shorter = Innermost().Replace(sql, ""); shorter != sql; shorter = Innermost().Replace(sql, ""))
            sql = shorter;
        return sql;
    }

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Innermost();

    [GeneratedRegex(@"select\s(?:[^;]*?,\s*)?(?:\w+\.)?\*")]
    private static partial Regex AllColumns();
}
