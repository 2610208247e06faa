namespace AgencyRoi.Entry.Demo;

/// <summary>The files of the folder samples, which travel inside the program.</summary>
internal static class SampleFiles
{
    public static Stream Open(string name) =>
        typeof(SampleFiles).Assembly.GetManifestResourceStream($"AgencyRoi.samples.{name}")
        ?? throw new InvalidOperationException($"The sample {name} is not in the program.");

    /// <summary>Rows of a file whose form is known, each field under its column's name.</summary>
    public static List<Dictionary<string, string>> Rows(string name)
    {
        using var stream = Open(name);
        using var reader = new StreamReader(stream);
        var columns = Fields(reader.ReadLine());
        var rows = new List<Dictionary<string, string>>();
        while (reader.ReadLine() is { Length: > 0 } line)
            rows.Add(columns.Zip(Fields(line)).ToDictionary(field => field.First, field => field.Second));
        return rows;
    }

    // The samples that are read here hold no quoted field.
    private static string[] Fields(string? line) => line?.Split(',') ?? [];
}
