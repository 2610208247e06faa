using System.Globalization;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Tests.Recording.Imports;

/// <summary>One fault in a row gives one error: each column of each kind in turn is left empty or holds what it cannot be.</summary>
public sealed class OneFaultTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly string[] Odd =
    [
        "",
        "~",
        "-1",
        "0",
        "2",
        "1e5",
        "1.123456789012",
        "123456789012345678901234567890",
        "2025-02-30",
        "9999-12-31",
        "USD",
        "XXX",
        "true",
        "a\0b",
        new('x', 2100),
    ];

    public static TheoryData<string> Kinds => [.. new ImportKinds(Modules.All).All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task One_fault_of_a_row_gives_one_error(string name)
    {
        await app.BakeryAsync();
        var kind = new ImportKinds(Modules.All).Find(name)!;
        var (file, faults) = FaultyRows(kind);

        var report = await app.ImportAsync(app.Alpha.StaffToken, $"{name}?dryRun=true", file);

        var told = report
            .GetProperty("errors")
            .EnumerateArray()
            .GroupBy(error => error.GetProperty("line").GetInt32())
            .Select(line => (Fault: faults[line.Key - 2], Errors: line.ToList()))
            .ToList();
        Assert.False(report.GetProperty("errorsTruncated").GetBoolean());
        var twice = string.Join(
            '\n',
            told.Where(row => row.Errors.Count > 1)
                .Select(row =>
                    $"{row.Fault}: {string.Join(" | ", row.Errors.Select(error => $"{error.GetProperty("column")} {error.GetProperty("message")}"))}"
                )
        );
        Assert.True(twice.Length == 0, twice);
        Assert.Equal(
            kind.Columns.Where(column => column.IsRequired).Select(column => $"{column.Name}=").Order(StringComparer.Ordinal),
            told.Select(row => row.Fault)
                .Where(fault => fault.EndsWith('=') && kind.Columns.Any(column => column.IsRequired && fault == $"{column.Name}="))
                .Order(StringComparer.Ordinal)
        );
    }

    /// <summary>The README's row again and again, with another key and one odd field each time.</summary>
    private static (string File, List<string> Faults) FaultyRows(ImportKind kind)
    {
        var example = ImportExamples.Of(kind.Name).Split('\n');
        var sound = example[0].Split(',').Zip(example[1].Split(',')).ToDictionary(field => field.First, field => field.Second);
        var faults = new List<string>();
        var lines = new List<string> { string.Join(',', kind.Columns.Select(column => column.Name)) };
        foreach (var column in kind.Columns)
        foreach (var odd in Odd)
        {
            var number = faults.Count;
            var row = new Dictionary<string, string>(sound) { [column.Name] = odd };
            Vary("external_reference", value => $"{value}-{number}");
            Vary("keyword", value => $"{value} {number}");
            if (kind.Name == "exchange-rates")
            {
                Vary("date", _ => new DateOnly(2024, 1, 1).AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                Vary("granularity", _ => "DAY");
            }
            faults.Add($"{column.Name}={(odd.Length > 40 ? "long" : odd)}");
            lines.Add(string.Join(',', kind.Columns.Select(each => row.GetValueOrDefault(each.Name))));

            void Vary(string name, Func<string, string> other)
            {
                if (name != column.Name && row.TryGetValue(name, out var value))
                    row[name] = other(value);
            }
        }
        return (string.Join('\n', lines), faults);
    }
}
