using System.Runtime.CompilerServices;
using System.Text.Unicode;
using CsvHelper;

namespace AgencyRoi.Imports;

/// <summary>
/// Reads a CSV file (RFC 4180, UTF-8, a header row; commas, or semicolons or tabs as a spreadsheet may write them) one row at a time: a file of any
/// length needs the memory of its longest row.
/// </summary>
internal static class CsvRows
{
    private const int LongestRow = 1 << 20;

    /// <exception cref="ImportRefusedException">The file as a whole cannot be read: its header, or a row without end.</exception>
    public static async IAsyncEnumerable<ImportRow> ReadAsync(
        Stream stream,
        IReadOnlyList<ImportColumn> columns,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        CsvMalformedRecord? malformed = null;
        var options = new CsvReaderOptions
        {
            SkipEmptyLines = true,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRow,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => malformed = record,
        };
        await using var reader = CsvReader.Create(stream, options, leaveOpen: true);
        var header = await HeaderAsync(reader, columns, cancellationToken);
        while (await NextAsync(reader, cancellationToken))
        {
            var row = new ImportRow(header, reader.Current.ToArray(), reader.LineNumber);
            if (malformed is not null)
                row.Refuse(null, ErrorCode.BadInput, "The row has a quotation mark in the wrong place.");
            else if (!Utf8.IsValid(reader.RawRecord))
                row.Refuse(null, ErrorCode.BadInput, "The row is not UTF-8.");
            else if (reader.FieldCount != header.Count)
                row.Refuse(null, ErrorCode.BadInput, $"The row has {reader.FieldCount} fields and the header {header.Count}.");
            malformed = null;
            yield return row;
        }
    }

    private static async Task<ImportHeader> HeaderAsync(
        CsvReader reader,
        IReadOnlyList<ImportColumn> columns,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await reader.ReadHeaderAsync(cancellationToken);
        }
        catch (CsvFormatException error)
        {
            throw new ImportRefusedException($"The header cannot be read: {error.Message}");
        }
        return reader.Headers is { Count: > 0 } names
            ? ImportHeader.Read([.. names], columns)
            : throw new ImportRefusedException("The file is empty: its first row names the columns.");
    }

    private static async Task<bool> NextAsync(CsvReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException error)
        {
            throw new ImportRefusedException($"The file cannot be read from line {error.LineNumber} on: {error.Message}");
        }
    }
}
