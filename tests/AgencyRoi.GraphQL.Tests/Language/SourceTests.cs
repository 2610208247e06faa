using System.Text;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.Tests.Language;

public sealed class SourceTests
{
    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("abc", 1, 4)]
    [InlineData("a\n", 2, 1)]
    [InlineData("a\r\nb", 2, 2)]
    [InlineData("a\rb", 2, 2)]
    [InlineData("a\n\r\n\rb", 4, 2)]
    [InlineData("é", 1, 2)]
    [InlineData("😀", 1, 3)]
    public void Lines_and_columns_are_counted_as_javascript_tools_count_them(string before, int line, int column)
    {
        var source = Source.FromText(before + "x");

        Assert.Equal(new SourceLocation(line, column), source.GetLocation(Encoding.UTF8.GetByteCount(before)));
    }
}
