namespace AgencyRoi.Portfolio.Goals;

/// <summary>Tables of this folder that are embedded: a first line with the names of the columns, no quoting.</summary>
internal static class GoalData
{
    public static IEnumerable<string[]> Table(string name) => Lines(name).Skip(1).Select(line => line.Split(','));

    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(GoalData).Assembly.GetManifestResourceStream($"AgencyRoi.goals.{name}")!; // Embedded by the project file.
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
