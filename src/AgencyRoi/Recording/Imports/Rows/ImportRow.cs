using System.Globalization;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Text;

namespace AgencyRoi.Recording.Imports.Rows;

/// <summary>
/// One row of a file. Reading a field that is missing or malformed notes an error with its column and gives a default, so that one
/// pass finds every complaint of the row.
/// </summary>
internal sealed class ImportRow(ImportHeader header, string[] fields, LineSpan lines, FileFormat? declared = null)
{
    private readonly List<RowError> errors = [];
    private readonly List<RowDoubt> doubts = [];
    private readonly FileFormat format = declared ?? FileFormat.Standard;

    /// <summary>The row's first line in the file, which begins with line 1.</summary>
    public long Line => Lines.First;

    public LineSpan Lines { get; } = lines;

    public IReadOnlyList<RowError> Errors => errors;

    public bool IsSound => errors.Count == 0;

    /// <summary>How far the file was read when the row was.</summary>
    public FilePlace After { get; set; } = FilePlace.Start;

    /// <summary>In characters.</summary>
    public int Length => fields.Sum(text => text.Length);

    /// <summary>How the rows of its file name its client, whichever of the client's names it gives; null: none.</summary>
    public string? ClientName { get; set; }

    /// <summary>Whether an amount of it has more decimal places than its currency.</summary>
    public bool IsFinerThanCurrency { get; set; }

    /// <summary>Whether what it says was stored and counts in no return.</summary>
    public bool StandsInNoReturn { get; set; }

    /// <summary>The doubts about a row that was stored.</summary>
    public IReadOnlyList<RowDoubt> Doubts => doubts;

    public void Doubt(IEnumerable<FactDoubt> found, Func<string, string?> columnOf) =>
        doubts.AddRange(found.Select(doubt => new RowDoubt(Line, columnOf(doubt.Path[^1]), doubt.Message)));

    /// <summary>That of the client's calendar, once it is known whose the row is.</summary>
    public string? ClientZone { get; set; }

    public void Refuse(string? column, ErrorCode code, string message) => errors.Add(new RowError(Line, column, code, message));

    /// <summary>An error of a domain rule: its path names the input's field, and the column is that field's.</summary>
    public void Refuse(IUserError error, Func<string, string?> columnOf) =>
        Refuse(error.Path is { Count: > 0 } path ? columnOf(path[^1]) : null, error.Code, error.Message);

    /// <summary>Whether the file has the column.</summary>
    public bool HasColumn(string column) => header.PlaceOf(column) is not null;

    /// <summary>Null when the field is empty or the column is not there.</summary>
    public string? Text(string column) =>
        header.PlaceOf(column) is { } place && place < fields.Length && fields[place].Length > 0 ? fields[place] : null;

    /// <summary>A key of another system, without the blanks around it. Null when there is nothing else in the field or the column is not there.</summary>
    public string? Key(string column) => Text(column) is { } text && KeyText.Trim(text) is { Length: > 0 } key ? key : null;

    public string RequiredKey(string column)
    {
        if (Key(column) is { } key)
            return key;
        Refuse(column, ErrorCode.BadInput, "The field is empty.");
        return "";
    }

    /// <summary>A key that names nothing of ours: because a spreadsheet spoilt it, or because nothing has it.</summary>
    public void RefuseKey(string column, string key, string complaint)
    {
        if (KeyText.Damage(key) is { } damage)
            Refuse(column, ErrorCode.BadInput, damage);
        else
            Refuse(column, ErrorCode.NotFound, complaint);
    }

    public string RequiredText(string column)
    {
        if (Text(column) is { } text)
            return text;
        Refuse(column, ErrorCode.BadInput, "The field is empty.");
        return "";
    }

    /// <summary>The words of a field, which stand between spaces.</summary>
    public IReadOnlyList<string>? Words(string column) => Text(column)?.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public DateOnly RequiredDay(string column) => Day(column) ?? Missing<DateOnly>(column);

    public DateOnly? Day(string column) => Parsed(column, text => format.Days.Read(text, ClientZone), format.Days.Rule);

    /// <summary>The day, without a word about what is none.</summary>
    public DateOnly? DayOrNull(string column) => Text(column) is { } text ? format.Days.Read(text, ClientZone) : null;

    public DateTimeOffset RequiredMoment(string column) => Moment(column) ?? Missing<DateTimeOffset>(column);

    /// <summary>A moment; one without an offset is in the time zone of the client's calendar.</summary>
    public DateTimeOffset? Moment(string column) => Parsed(column, text => MomentFormat.Read(text, ClientZone), MomentFormat.Rule);

    public decimal RequiredNumber(string column) => Number(column) ?? Missing<decimal>(column);

    public decimal? Number(string column) =>
        Parsed(
            column,
            text =>
                decimal.TryParse(
                    format.Numbers.Plain(text),
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                    ? number == 0
                        ? decimal.Abs(number)
                        : number
                    : (decimal?)null,
            format.Numbers.Rule
        );

    /// <summary>The number of a field, without a complaint where there is none; null too when nobody knows which field is which.</summary>
    public decimal? ReadableNumber(string column)
    {
        if (fields.Length != header.Count)
            return null;
        var before = errors.Count;
        var number = Number(column);
        errors.RemoveRange(before, errors.Count - before);
        return number;
    }

    /// <summary>The currency that the row names, if it has the form of one.</summary>
    public string? ReadableCurrency() =>
        fields.Length == header.Count && Text("currency") is { Length: 3 } code && code.All(char.IsAsciiLetterUpper) ? code : null;

    public int RequiredCount(string column) => Count(column) ?? Missing<int>(column);

    public int? Count(string column) =>
        Parsed(
            column,
            text =>
                int.TryParse(format.Numbers.Plain(text), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                    ? count
                    : (int?)null,
            format.Numbers.WholeRule
        );

    public bool RequiredFlag(string column) => Flag(column) ?? Missing<bool>(column);

    public TEnum RequiredCode<TEnum>(string column)
        where TEnum : struct, Enum => Code<TEnum>(column) ?? Missing<TEnum>(column);

    public TEnum? Code<TEnum>(string column)
        where TEnum : struct, Enum =>
        Parsed(
            column,
            text => EnumCode.TryParse<TEnum>(text, out var value) ? value : (TEnum?)null,
            $"One of {string.Join(", ", EnumCode.All<TEnum>())}."
        );

    public bool? Flag(string column) =>
        Parsed(
            column,
            text =>
                text switch
                {
                    "true" => true,
                    "false" => false,
                    _ => (bool?)null,
                },
            "Either true or false."
        );

    private T? Parsed<T>(string column, Func<string, T?> parse, string rule)
        where T : struct
    {
        if (Text(column) is not { } text)
            return null;
        if (parse(text) is { } value)
            return value;
        Refuse(column, ErrorCode.BadInput, rule);
        return null;
    }

    // Malformed and missing are told apart: a malformed field has said so already.
    private T Missing<T>(string column)
        where T : struct
    {
        if (Text(column) is null)
            Refuse(column, ErrorCode.BadInput, "The field is empty.");
        return default;
    }
}

/// <summary>A fault of a row.</summary>
/// <param name="Line">The row's first one in the file, which begins with line 1.</param>
/// <param name="Column">The column to look at; null when it is the row as a whole.</param>
internal sealed record RowError(long Line, string? Column, ErrorCode Code, string Message);

/// <summary>Why a row that was stored may be wrong all the same.</summary>
/// <param name="Line">In the file, which begins with line 1.</param>
internal sealed record RowDoubt(long Line, string? Column, string Message);
