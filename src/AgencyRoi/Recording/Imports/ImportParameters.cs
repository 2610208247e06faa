using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Recording.Imports.Text;

namespace AgencyRoi.Recording.Imports;

/// <summary>The parameters that the sender of a file gives with it: parameters of the address, options of the verb.</summary>
internal sealed record ImportParameters
{
    public ImportMode Mode { get; init; }

    public FileFormat Format { get; init; } = FileFormat.Standard;

    /// <summary>The declared time zone, until it is clear what for.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    public static IReadOnlyList<ImportParameter> All { get; } =
    [
        new(
            "dryRun",
            "true or false",
            (all, value) => Flag(value) is { } flag ? all with { Mode = all.Mode with { IsDryRun = flag } } : null
        ),
        new(
            "expectNew",
            "true or false",
            (all, value) => Flag(value) is { } flag ? all with { Mode = all.Mode with { ExpectsNew = flag } } : null
        ),
        new(
            "decimal",
            "dot or comma",
            (all, value) => Mark(value) is { } mark ? all.With(all.Format.Numbers with { Decimal = mark, IsDeclared = true }) : null
        ),
        new(
            "thousands",
            "none, dot, comma, space or apostrophe",
            (all, value) => Groups(value) is { } groups ? all.With(all.Format.Numbers with { Thousands = groups, IsDeclared = true }) : null
        ),
        new(
            "dateFormat",
            DatePattern.Rule,
            (all, value) => DatePattern.Find(value) is { } pattern ? all with { Format = all.Format with { Days = new(pattern) } } : null
        ),
        new(
            "timeZone",
            "a name of the IANA list, for example Europe/Paris",
            (all, value) =>
                TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone) && zone.HasIanaId ? all with { TimeZone = zone } : null
        ),
        new(
            "charset",
            $"one of {FileCharset.Names}",
            (all, value) => FileCharset.Find(value) is { } charset ? all with { Format = all.Format with { Charset = charset } } : null
        ),
        new(
            "delimiter",
            Delimiters.Names,
            (all, value) => Delimiters.Find(value) is { } delimiter ? all with { Format = all.Format with { Delimiter = delimiter } } : null
        ),
    ];

    /// <summary>Reads all of them and says all that is wrong with them.</summary>
    public static (ImportParameters Read, IReadOnlyList<ParameterProblem> Problems) Read(
        IEnumerable<(string Name, string Value)> given,
        ImportKind kind
    )
    {
        var read = new ImportParameters();
        var problems = new List<ParameterProblem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            var parameter = All.FirstOrDefault(each => each.Name == name);
            if (parameter is null)
                problems.Add(
                    new(
                        name,
                        $"There is no parameter '{MessageText.Name(name)}'. There are: {string.Join(", ", All.Select(each => each.Name))}."
                    )
                );
            else if (!seen.Add(name))
                problems.Add(new(name, $"'{name}' is given twice: say it once."));
            else if (parameter.Apply(read, value) is { } more)
                read = more;
            else
                problems.Add(new(name, $"'{name}' is {parameter.Holds}."));
        }
        return problems.Count > 0 ? (read, problems) : read.Together(kind);
    }

    /// <summary>What only shows in all of them: two that contradict each other, one that would do nothing.</summary>
    private (ImportParameters, IReadOnlyList<ParameterProblem>) Together(ImportKind kind)
    {
        var problems = new List<ParameterProblem>();
        var (numbers, pattern) = (Format.Numbers, Format.Days.Pattern);
        if (numbers.Thousands.Contains(numbers.Decimal))
            problems.Add(new("thousands", "'thousands' and 'decimal' are the same character: declare both, and different ones."));
        if (pattern.HasTime && !kind.HasMoments)
            problems.Add(
                new("dateFormat", "'dateFormat' has no time of day in this import: its days are of no client's calendar, or are months.")
            );
        else if (pattern is { HasTime: true, HasOffset: false } && TimeZone is null)
            problems.Add(
                new("timeZone", "'timeZone' says in which zone the times of 'dateFormat' are meant: declare it, or an offset (K or zzz).")
            );
        else if (TimeZone is not null && (!pattern.HasTime || pattern.HasOffset))
            problems.Add(
                new(
                    "timeZone",
                    "'timeZone' would have no effect: it is for a 'dateFormat' that has a time of day and no offset of its own."
                )
            );
        return (this with { Format = Format with { Days = Format.Days with { Zone = TimeZone } } }, problems);
    }

    private ImportParameters With(NumberFormat numbers) => this with { Format = Format with { Numbers = numbers } };

    private static bool? Flag(string value) =>
        value.Equals("true", StringComparison.OrdinalIgnoreCase) ? true
        : value.Equals("false", StringComparison.OrdinalIgnoreCase) ? false
        : null;

    private static char? Mark(string value) =>
        value switch
        {
            "dot" => '.',
            "comma" => ',',
            _ => null,
        };

    private static string? Groups(string value) =>
        value switch
        {
            "none" => "",
            "dot" => ".",
            "comma" => ",",
            // And those that do not break: no-break, narrow no-break, thin.
            "space" => " \u00A0\u202F\u2009",
            "apostrophe" => "'\u2019",
            _ => null,
        };
}

/// <param name="Holds">What it may be, after "is".</param>
/// <param name="Apply">Null: it is something else.</param>
internal sealed record ImportParameter(string Name, string Holds, Func<ImportParameters, string, ImportParameters?> Apply);

/// <summary>A fault of a parameter.</summary>
internal sealed record ParameterProblem(string Name, string Message);
