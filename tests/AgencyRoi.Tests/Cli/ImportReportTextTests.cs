using AgencyRoi.Cli;
using AgencyRoi.Facts;
using AgencyRoi.Imports;

namespace AgencyRoi.Tests.Cli;

public sealed class ImportReportTextTests
{
    private static readonly ImportColumn[] Columns = [new("client", "."), new("date", ".")];

    [Fact]
    public void Errors_stand_in_a_table_under_the_counts()
    {
        var report = new ImportReport("costs", isDryRun: true);
        report.Add(Row(2), FactChange.Created);
        var wrong = Row(11);
        wrong.Refuse("date", ErrorCode.BadInput, "A day is written as 2025-12-31.");
        wrong.Refuse(null, ErrorCode.DuplicateInFile, "An earlier row of the file is the same fact.");
        report.Add(wrong, FactChange.Refused);

        Assert.Equal(
            """
            costs: 2 rows, 1 created, 0 updated, 0 unchanged, 1 failed. A dry run: nothing was kept.
            line  column  code               message
              11  date    BAD_INPUT          A day is written as 2025-12-31.
              11  -       DUPLICATE_IN_FILE  An earlier row of the file is the same fact.
            """.ReplaceLineEndings("\n"),
            ImportReportText.Of(report)
        );
    }

    [Fact]
    public void A_file_that_was_refused_says_why()
    {
        var report = new ImportReport("sales", isDryRun: false);
        report.Refuse("The file is empty: its first row names the columns.");

        Assert.Equal(
            "sales: 0 rows, 0 created, 0 updated, 0 unchanged, 0 failed.\nThe file is empty: its first row names the columns.",
            ImportReportText.Of(report)
        );
    }

    private static ImportRow Row(long line) => new(ImportHeader.Read(["client", "date"], Columns), ["a", "b"], line);

    [Fact]
    public void A_file_that_was_broken_off_says_what_to_do()
    {
        var report = new ImportReport("costs", isDryRun: false);

        report.Interrupt(new AgencyRoi.Errors.KnownFailure(ErrorCode.Unavailable, "Away.", RetryAfter: 5));

        Assert.Contains("send the whole file again", ImportReportText.Of(report), StringComparison.Ordinal);
    }
}
