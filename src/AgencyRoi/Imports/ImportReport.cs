using AgencyRoi.Errors;
using AgencyRoi.Facts;

namespace AgencyRoi.Imports;

/// <summary>How an import went: counts of rows, and what is wrong with those that failed.</summary>
internal sealed class ImportReport(string kind, bool isDryRun)
{
    /// <summary>More are counted and not listed: a file that is wrong throughout is told so by the first thousand.</summary>
    public const int MostErrors = 1000;

    private readonly List<RowError> errors = [];

    public string Kind { get; } = kind;

    /// <summary>True: everything was tried and nothing was kept.</summary>
    public bool DryRun { get; } = isDryRun;

    public long Rows { get; private set; }
    public long Created { get; private set; }
    public long Updated { get; private set; }
    public long Unchanged { get; private set; }
    public long Failed { get; private set; }

    /// <summary>Of the created and updated ones those that stand in no return, such as sales that nothing is known to have brought.</summary>
    public long InNoReturn { get; private set; }

    /// <summary>Why the rest of the file could not be read; null when it was read to its end.</summary>
    public string? Refused { get; private set; }

    /// <summary>
    /// Why the rows after the counted ones were not stored, though nothing is wrong with them; null when all were tried. The counted ones stand:
    /// sent again, they are unchanged.
    /// </summary>
    public ImportInterruption? Interrupted { get; private set; }

    public IReadOnlyList<RowError> Errors => errors;

    public bool ErrorsTruncated { get; private set; }

    public void Refuse(string reason) => Refused = reason;

    public void Interrupt(KnownFailure failure) =>
        Interrupted = new(
            failure.Code,
            failure.Code == ErrorCode.OutcomeUnknown
                ? "The connection was lost while rows were made final, at most a thousand after the counted ones: send the whole file again. "
                    + "What is there already is unchanged."
                : "The service could not go on: send the whole file again later. What is there already is unchanged.",
            failure.RetryAfter
        );

    public void Add(ImportRow row, FactChange change)
    {
        Rows++;
        if (row is { IsSound: true, StandsInNoReturn: true } && change is FactChange.Created or FactChange.Updated)
            InNoReturn++;
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
            default:
                Failed++;
                break;
        }
        foreach (var error in row.Errors)
            if (errors.Count < MostErrors)
                errors.Add(error);
            else
                ErrorsTruncated = true;
    }
}

/// <param name="RetryAfter">After how many seconds to send the file again; null: at once.</param>
internal sealed record ImportInterruption(ErrorCode Code, string Message, int? RetryAfter);
