using System.Text;
using AgencyRoi.Entry.Ide;

namespace AgencyRoi.Tests.Entry.Ide;

public sealed class IdeFilesTests
{
    [Fact]
    public void Where_npm_was_missing_the_page_says_how_to_get_it()
    {
        var folder = Directory.CreateTempSubdirectory("agency-roi-ide");
        try
        {
            var files = new IdeFiles(folder.FullName);

            Assert.Contains("dotnet build src/AgencyRoi -t:InstallIde", Encoding.UTF8.GetString(files.Page()));
            Assert.Null(files.Find("graphiql.min.js"));
            Assert.Null(files.Find("../secret.js"));
            Assert.NotNull(files.Find("ide.js"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
