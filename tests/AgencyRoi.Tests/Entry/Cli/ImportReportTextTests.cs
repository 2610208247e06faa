using AgencyRoi.Entry.Cli;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Tests.Entry.Cli;

public sealed class ImportReportTextTests
{
    private static readonly ImportColumn[] Columns = [new("client", "."), new("date", ".")];

    [Fact]
    public void Errors_stand_in_a_table_under_the_counts()
    {
        var report = new ImportReport("costs", isDryRun: true);
        report.Add(Row(2, 1), FactChange.Created);
        var wrong = Row(4, 2);
        wrong.Refuse("date", ErrorCode.BadInput, "A day is written as 2025-12-31.");
        wrong.Refuse(null, ErrorCode.DuplicateInFile, "An earlier row of the file is the same fact.");
        report.Add(wrong, FactChange.Refused);
        report.Close(
            new FilePlace(6, HeaderLines: 1, LinesWithoutContent: 1),
            total: 6,
            new UnreadableFile(6, ErrorCode.BadInput, "It has no end.")
        );

        Assert.Equal(
            """
            costs: 2 rows, 1 created, 0 updated, 0 unchanged, 1 refused. A dry run: nothing was kept.
            Lines: 6 in all; 1 header, 1 without content, 1 stored, 2 refused, 1 not read.
            From line 6 on nothing was read. It has no end.
            line  column  code               message
               4  date    BAD_INPUT          A day is written as 2025-12-31.
               4  -       DUPLICATE_IN_FILE  An earlier row of the file is the same fact.
            """.ReplaceLineEndings("\n"),
            ImportReportText.Of(report)
        );
    }

    [Fact]
    public void A_file_of_which_the_rest_did_not_come_has_no_number_of_lines()
    {
        var report = new ImportReport("sales", isDryRun: false);
        report.AddUnknown([Row(2, 3)]);
        report.Interrupt(new AgencyRoi.Platform.Errors.KnownFailure(ErrorCode.OutcomeUnknown, "Lost."), fromLine: 5);
        report.Close(new FilePlace(5, HeaderLines: 1, LinesWithoutContent: 0), total: null, unreadable: null);

        Assert.StartsWith(
            """
            sales: 0 rows, 0 created, 0 updated, 0 unchanged, 0 refused.
            Lines: an unknown number in all; 1 header, 0 without content, 0 stored, 0 refused, 3 stored or not, an unknown number not read.
            From line 5 on nothing was read. The connection was lost while rows were made final
            """.ReplaceLineEndings("\n"),
            ImportReportText.Of(report),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Sums_stand_by_currency_and_say_of_how_many_rows_they_are()
    {
        ImportColumn[] columns = [new("amount", "."), new("currency", ".")];
        var report = new ImportReport("costs", isDryRun: false, "amount");
        report.Add(Row("1234.5", "USD"), FactChange.Created);
        report.Add(Row("0.125", "USD"), FactChange.Unchanged);
        report.Add(Row("much", "USD"), FactChange.Refused);

        Assert.Contains(
            "\nSum of amount in USD: 1,234.625 in 2 rows stored, 0 in 1 row (1 without) refused.",
            ImportReportText.Of(report),
            StringComparison.Ordinal
        );

        ImportRow Row(string amount, string currency) =>
            new(ImportHeader.Read(["amount", "currency"], columns), [amount, currency], new LineSpan(2, 1));
    }

    private static ImportRow Row(long line, long count) =>
        new(ImportHeader.Read(["client", "date"], Columns), ["a", "b"], new LineSpan(line, count));

    [Fact]
    public void A_file_that_was_broken_off_says_what_to_do()
    {
        var report = new ImportReport("costs", isDryRun: false);

        report.Interrupt(new AgencyRoi.Platform.Errors.KnownFailure(ErrorCode.Unavailable, "Away.", RetryAfter: 5), fromLine: 2);

        Assert.Contains("send the whole file again", ImportReportText.Of(report), StringComparison.Ordinal);
    }
}
