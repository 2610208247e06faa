using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Unicode;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Imports.Rows;
using AgencyRoi.Recording.Imports.Text;
using CsvHelper;

namespace AgencyRoi.Recording.Imports;

/// <summary>
/// Reads a CSV file (RFC 4180, a header row) one row at a time: a file of any length needs the memory of its longest row. Accounts for every line: a record
/// may have several, and where the reader cannot go on the rest is counted.
/// </summary>
internal sealed class CsvFile(FileText file, IReadOnlyList<ImportColumn> columns) : IDisposable
{
    private const int LongestRecord = 1 << 20;

    /// <summary>More than a spreadsheet has; they cost nothing, so there is an end to them.</summary>
    private const int MostLinesWithoutContent = 2_000_000;

    private const int LinesToLookAt = 20;

    private readonly LineCountingStream text = new(file);
    private bool isBroken;

    /// <summary>Where the reader is: what it has passed, rows aside.</summary>
    public FilePlace Place { get; private set; } = FilePlace.Start;

    /// <summary>Why and from where on nothing was read; null while nothing hinders.</summary>
    public UnreadableFile? Unreadable { get; private set; }

    /// <summary>Leaves the file itself to whoever opened it.</summary>
    public void Dispose() => text.Dispose();

    /// <summary>The rows up to the end, or to the place from which on the file is not readable.</summary>
    public async IAsyncEnumerable<ImportRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CsvMalformedReason? malformed = null;
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = file.Delimiter,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRecord,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => malformed = record.Reason,
        };
        await using var reader = CsvReader.Create(text, options, leaveOpen: true);
        ImportHeader? header = null;
        while (await NextAsync(reader, cancellationToken))
        {
            // A longer record is taken by the reader when it has it whole: where it ends must not depend on how the bytes come.
            if (reader.RawRecord.Length > LongestRecord)
                Stop(TooLong);
            else if (Place.LinesWithoutContent > MostLinesWithoutContent)
                Stop("The file has more than two million lines without content: remove them.");
            else if (IsWithoutEnd(reader, malformed))
                Stop("The record that begins in this line has a quotation mark that is never closed: close it.");
            if (Unreadable is not null)
                yield break;
            var lines = new LineSpan(Place.NextLine, LineCountingStream.BreaksIn(reader.RawRecord) + 1);
            if (IsWithoutContent(reader))
                Place = Place.AfterLinesWithoutContent(lines.Count);
            else if (header is null && Place.HeaderLines == 0 && Delimiters.IsHint(reader.RawRecord))
                Place = Place.AfterHeader(lines.Count);
            else if (header is not null)
            {
                var row = Row(reader, header, lines, malformed);
                row.After = Place = Place.AfterRow(lines.Count);
                yield return row;
            }
            else
            {
                header = ImportHeader.Read(reader.Current.ToArray(), columns);
                if (header.Complaint is not null)
                {
                    Stop(await ComplaintAsync(reader, header, lines, cancellationToken));
                    yield break;
                }
                Place = Place.AfterHeader(lines.Count);
            }
            malformed = null;
        }
        if (header is null && Unreadable is null)
            Stop("The file is empty: its first row names the columns.");
    }

    /// <summary>Reads what is left and counts the lines of the whole file; null when the rest does not come.</summary>
    public async Task<long?> CountLinesAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!isBroken)
                await text.CountRestAsync(cancellationToken);
            return isBroken ? null : text.Lines;
        }
        catch (IOException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private const string TooLong = "The record that begins in this line is longer than 1 MiB: a quotation mark may not be closed.";

    private async Task<bool> NextAsync(CsvReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException)
        {
            // The one thing that it does not recover from.
            Stop(TooLong);
            return false;
        }
        catch (FileBrokenException broken)
        {
            isBroken = true;
            Stop(broken.Message, broken.Code);
            return false;
        }
        catch (IOException) when (!cancellationToken.IsCancellationRequested)
        {
            isBroken = true;
            Stop("The rest of the file did not come: send it again.");
            return false;
        }
    }

    /// <summary>What is wrong with the header; where it is none at all, and a line soon after it is one, which line that is.</summary>
    private async Task<string> ComplaintAsync(CsvReader reader, ImportHeader first, LineSpan lines, CancellationToken cancellationToken)
    {
        var (best, bestLine, line) = (first, lines.First, lines.First + lines.Count);
        while (line < lines.First + LinesToLookAt && await NextAsync(reader, cancellationToken))
        {
            var next = ImportHeader.Read(reader.Current.ToArray(), columns);
            if (next.KnownColumns > best.KnownColumns)
                (best, bestLine) = (next, line);
            line += LineCountingStream.BreaksIn(reader.RawRecord) + 1;
        }
        // The word client alone may be a title; two columns are none.
        return best == first || best.KnownColumns < 2
            ? first.Complaint! // only a header with one is asked
            : string.Create(
                    CultureInfo.InvariantCulture,
                    $"Line {lines.First} is not the header and line {bestLine} looks like it: remove the lines above it. {best.Complaint}"
                )
                .TrimEnd();
    }

    private ImportRow Row(CsvReader reader, ImportHeader header, LineSpan lines, CsvMalformedReason? malformed)
    {
        var row = new ImportRow(header, reader.Current.ToArray(), lines, file.Format);
        if (malformed is not null)
            row.Refuse(null, ErrorCode.BadInput, "The row has a quotation mark in the wrong place.");
        else if (!Utf8.IsValid(reader.RawRecord))
            row.Refuse(
                null,
                ErrorCode.BadInput,
                "The row has bytes that are no character of the file's charset: when it is not UTF-8, declare its charset, as windows-1252."
            );
        else if (reader.FieldCount != header.Count)
            row.Refuse(null, ErrorCode.BadInput, $"The row has {reader.FieldCount} fields and the header {header.Count}.");
        return row;
    }

    /// <summary>
    /// Of several faults of a record the reader tells the first only. So one with any fault, of several lines, to the last byte of the file is taken for one
    /// without end: nobody knows which of its lines are rows.
    /// </summary>
    private bool IsWithoutEnd(CsvReader reader, CsvMalformedReason? malformed) =>
        malformed == CsvMalformedReason.UnterminatedQuote
        || (
            malformed is not null
            && reader.ByteOffset + reader.RawRecord.Length == text.Bytes
            && LineCountingStream.BreaksIn(reader.RawRecord) > 0
        );

    /// <summary>An empty line, or one of blanks and delimiters, as a spreadsheet writes for a row that was cleared.</summary>
    private static bool IsWithoutContent(CsvReader reader)
    {
        for (var i = 0; i < reader.FieldCount; i++)
            if (reader.GetSpan(i).ContainsAnyExcept(" \t\r\n"u8))
                return false;
        return true;
    }

    private void Stop(string message, ErrorCode code = ErrorCode.BadInput) => Unreadable = new(Place.NextLine, code, message);
}

/// <summary>How far a file was read.</summary>
/// <param name="NextLine">The line after the last one that was read.</param>
/// <param name="LinesWithoutContent">Lines that are empty or of blanks and delimiters only.</param>
internal sealed record FilePlace(long NextLine, long HeaderLines, long LinesWithoutContent)
{
    public static FilePlace Start { get; } = new(NextLine: 1, HeaderLines: 0, LinesWithoutContent: 0);

    public FilePlace AfterHeader(long lines) => this with { NextLine = NextLine + lines, HeaderLines = HeaderLines + lines };

    public FilePlace AfterLinesWithoutContent(long lines) =>
        this with
        {
            NextLine = NextLine + lines,
            LinesWithoutContent = LinesWithoutContent + lines,
        };

    public FilePlace AfterRow(long lines) => this with { NextLine = NextLine + lines };
}

/// <summary>Why the rest of a file was not read.</summary>
/// <param name="FromLine">The first line that was not read; all before it are stored or reported.</param>
internal sealed record UnreadableFile(long FromLine, ErrorCode Code, string Message);

/// <summary>Where a record is in its file; a field in quotation marks may hold line breaks.</summary>
internal readonly record struct LineSpan(long First, long Count);
