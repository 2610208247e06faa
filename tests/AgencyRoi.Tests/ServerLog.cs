namespace AgencyRoi.Tests;

/// <summary>What PostgreSQL itself writes down as errors of one database, from the moment on in which this was made.</summary>
internal sealed class ServerLog(string file, string database)
{
    private readonly long start = new FileInfo(file).Length;

    public IReadOnlyList<string> Errors()
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Seek(start, SeekOrigin.Begin);
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Contains($",{database},ERROR:", StringComparison.Ordinal))];
    }
}
