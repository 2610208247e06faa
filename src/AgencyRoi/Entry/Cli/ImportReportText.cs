using System.Globalization;
using AgencyRoi.Entry.Terminal;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Entry.Cli;

/// <summary>How an import went, for a person at a terminal: the counts, then a line for each error.</summary>
internal static class ImportReportText
{
    private static readonly string[] Head = ["line", "column", "code", "message"];

    public static string Of(ImportReport report)
    {
        var counts = string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Kind}: {Rows(report.Rows)}, {report.Created:N0} created, {report.Updated:N0} updated, {report.Unchanged:N0} unchanged, {report.Refused:N0} refused."
        );
        if (report.InNoReturn > 0)
            counts += string.Create(
                CultureInfo.InvariantCulture,
                $" {report.InNoReturn:N0} stored without counting in any return: explain.exclusions says why."
            );
        if (report.FinerThanCurrency > 0)
            counts += string.Create(
                CultureInfo.InvariantCulture,
                $" {report.FinerThanCurrency:N0} with more decimal places than the currency has, all of them kept."
            );
        if (report.Doubtful > 0)
            counts += string.Create(
                CultureInfo.InvariantCulture,
                $" {report.Doubtful:N0} stored though unlikely, the first of them in line {report.Doubts[0].Line}: {report.Doubts[0].Message}"
            );
        return string.Join(
            '\n',
            (string[])
                [
                    report.DryRun ? counts + " A dry run: nothing was kept." : counts,
                    LinesOf(report.Lines),
                    .. report.TotalledColumn is { } column ? report.Totals.Select(total => TotalOf(column, total)) : [],
                    .. report.Unreadable is { } file ? [From(file.FromLine, file.Message)] : Array.Empty<string>(),
                    .. report.Interrupted is { } run ? [From(run.FromLine, run.Message)] : Array.Empty<string>(),
                    .. report.Errors.Count > 0 ? Table(report.Errors) : [],
                    .. report.ErrorsTruncated
                        ?
                        [
                            $"The first errors are listed, at most {ImportReport.MostErrors}: GET /imports/reports/{report.Id}?after={report.Errors[^1].Line} has the others.",
                        ]
                        : Array.Empty<string>(),
                ]
        );
    }

    private static string TotalOf(string column, CurrencyTotal total)
    {
        var currency = total.CurrencyCode is { } code ? $" in {code}" : "";
        return $"Sum of {column}{currency}: {Sum(total.Stored)} stored, {Sum(total.Refused)} refused.";

        static string Sum(RowTotal rows) =>
            string.Create(CultureInfo.InvariantCulture, $"{rows.Amount:#,0.##########} in {Rows(rows.Rows)}")
            + (rows.RowsWithoutAmount > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({rows.RowsWithoutAmount:N0} without)") : "");
    }

    private static string LinesOf(FileLines lines)
    {
        var unknown =
            lines.OutcomeUnknown > 0 ? string.Create(CultureInfo.InvariantCulture, $" {lines.OutcomeUnknown:N0} stored or not,") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Lines: {Counted(lines.Total)} in all; {lines.Header:N0} header, {lines.WithoutContent:N0} without content, {lines.Stored:N0} stored, {lines.Refused:N0} refused,{unknown} {Counted(lines.NotRead)} not read."
        );
    }

    private static string Counted(long? lines) => lines?.ToString("N0", CultureInfo.InvariantCulture) ?? "an unknown number";

    private static string From(long line, string why) =>
        string.Create(CultureInfo.InvariantCulture, $"From line {line} on nothing was read. {why}");

    private static string Rows(long count) => count == 1 ? "1 row" : count.ToString("N0", CultureInfo.InvariantCulture) + " rows";

    private static string[] Table(IReadOnlyList<RowError> errors) =>
        TextTable.Lines(
            Head,
            errors.Select(error =>
                new[] { error.Line.ToString(CultureInfo.InvariantCulture), error.Column ?? "-", EnumCode.Of(error.Code), error.Message }
            ),
            place => place == 0
        );
}
