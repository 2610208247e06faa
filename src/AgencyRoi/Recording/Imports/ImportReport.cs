using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Recording.Imports;

/// <summary>How an import went: counts of rows and of lines, and what is wrong with those that were refused.</summary>
/// <param name="totalledColumn">The column whose sums are told.</param>
internal sealed class ImportReport(string kind, bool isDryRun, string? totalledColumn = null)
{
    /// <summary>More are counted and not listed: a file that is wrong throughout is told so by the first thousand.</summary>
    public const int MostErrors = 1000;

    private readonly List<RowError> errors = [];
    private readonly List<RowDoubt> doubts = [];
    private readonly ControlTotals totals = new(totalledColumn);

    /// <summary>By it the report is found again for a month; null: it could not be kept.</summary>
    public Guid? Id { get; set; }

    public string Kind { get; } = kind;

    /// <summary>True: everything was tried and nothing was kept.</summary>
    public bool DryRun { get; } = isDryRun;

    public long Rows { get; private set; }
    public long Created { get; private set; }
    public long Updated { get; private set; }
    public long Unchanged { get; private set; }
    public long Refused { get; private set; }

    /// <summary>Of the created and updated ones those that stand in no return, such as sales that nothing is known to have brought.</summary>
    public long InNoReturn { get; private set; }

    /// <summary>Of the created and updated ones those that may be wrong all the same.</summary>
    public long Doubtful { get; private set; }

    /// <summary>What speaks against them; at most as many as errors are listed.</summary>
    public IReadOnlyList<RowDoubt> Doubts => doubts;

    /// <summary>The column that is summed in the totals; null: a kind of which nothing can be summed.</summary>
    public string? TotalledColumn { get; } = totalledColumn;

    /// <summary>Rows and their sum by currency, as the file gives them.</summary>
    public IReadOnlyCollection<CurrencyTotal> Totals => totals.All;

    /// <summary>Of the stored ones those with an amount that has more decimal places than its currency; all of them are kept, up to ten.</summary>
    public long FinerThanCurrency { get; private set; }

    /// <summary>Every line of the file, by what became of it.</summary>
    public FileLines Lines { get; private set; } = new();

    /// <summary>Why the rest of the file could not be read, and from which line on; null when nothing hindered.</summary>
    public UnreadableFile? Unreadable { get; private set; }

    /// <summary>
    /// Why the rows after the counted ones were not stored, though nothing is wrong with them; null when all were tried. The counted ones stand:
    /// sent again, they are unchanged.
    /// </summary>
    public ImportInterruption? Interrupted { get; private set; }

    public IReadOnlyList<RowError> Errors => errors;

    /// <summary>Whether there are more errors than are listed here.</summary>
    public bool ErrorsTruncated { get; private set; }

    /// <summary>Errors of rows far down the file that are counted and cannot be read again.</summary>
    public long ErrorsNotKept { get; set; }

    /// <param name="total">Null: nobody knows, since the rest did not come.</param>
    public void Close(FilePlace place, long? total, UnreadableFile? unreadable)
    {
        Lines = Lines with
        {
            Total = total,
            Header = place.HeaderLines,
            WithoutContent = place.LinesWithoutContent,
            NotRead = total - (place.NextLine - 1),
        };
        Unreadable = unreadable;
    }

    /// <param name="fromLine">The line after the last one that is stored or reported.</param>
    public void Interrupt(KnownFailure failure, long fromLine) =>
        Interrupted = new(
            fromLine,
            failure.Code,
            failure.Code == ErrorCode.AmountTooLarge ? failure.Message
                : failure.Code == ErrorCode.OutcomeUnknown
                    ? "The connection was lost while rows were made final, at most a thousand after the counted ones: send the whole file again. "
                        + "What is there already is unchanged."
                : "The service could not go on: send the whole file again later. What is there already is unchanged.",
            failure.RetryAfter
        );

    /// <summary>Rows of which nobody knows whether they were stored.</summary>
    public void AddUnknown(IEnumerable<ImportRow> rows) =>
        Lines = Lines with { OutcomeUnknown = Lines.OutcomeUnknown + rows.Sum(row => row.Lines.Count) };

    public void Add(ImportRow row, FactChange change)
    {
        Rows++;
        if (row is { IsSound: true, StandsInNoReturn: true } && change is FactChange.Created or FactChange.Updated)
            InNoReturn++;
        if (row is { IsSound: true, IsFinerThanCurrency: true })
            FinerThanCurrency++;
        if (row is { IsSound: true, Doubts.Count: > 0 } && change is FactChange.Created or FactChange.Updated)
        {
            Doubtful++;
            doubts.AddRange(row.Doubts.Take(MostErrors - doubts.Count));
        }
        switch (row.IsSound ? change : FactChange.Refused)
        {
            case FactChange.Created:
                Created++;
                break;
            case FactChange.Updated:
                Updated++;
                break;
            case FactChange.Unchanged:
                Unchanged++;
                break;
            case FactChange.Refused:
                Refused++;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change, null);
        }
        Lines = row.IsSound
            ? Lines with
            {
                Stored = Lines.Stored + row.Lines.Count,
            }
            : Lines with
            {
                Refused = Lines.Refused + row.Lines.Count,
            };
        totals.Add(row, change);
        // A row's errors stay together: whoever reads on begins with the next line.
        if (ErrorsTruncated || errors.Count + row.Errors.Count > MostErrors)
            ErrorsTruncated |= !row.IsSound;
        else
            errors.AddRange(row.Errors);
    }
}

/// <summary>Every line of a file once. A record has several lines when a field in quotation marks holds line breaks.</summary>
internal sealed record FileLines
{
    /// <summary>The sum of all others; null when the rest of the file did not come, so that nobody could count it.</summary>
    public long? Total { get; init; }

    public long Header { get; init; }

    /// <summary>Empty ones, and those of blanks and delimiters only.</summary>
    public long WithoutContent { get; init; }

    /// <summary>Of the rows that were created, updated or unchanged.</summary>
    public long Stored { get; init; }

    /// <summary>Of the rows that were refused.</summary>
    public long Refused { get; init; }

    /// <summary>Of rows that were stored all or none when the connection was lost.</summary>
    public long OutcomeUnknown { get; init; }

    /// <summary>From the first line that was not read to the end; null when the total is.</summary>
    public long? NotRead { get; init; }
}

/// <param name="FromLine">The first line of which nothing was kept or reported.</param>
/// <param name="RetryAfter">After how many seconds to send the file again; null: at once.</param>
internal sealed record ImportInterruption(long FromLine, ErrorCode Code, string Message, int? RetryAfter);
