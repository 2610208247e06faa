using System.Runtime.CompilerServices;

namespace AgencyRoi.GraphQL.Tests.Binding;

/// <summary>Compares with a file beside the test; written anew when the environment has UPDATE_SNAPSHOTS=1.</summary>
internal static class Snapshot
{
    public static void Match(string actual, string file, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, file);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, actual + "\n");
        Assert.Equal(File.ReadAllText(path).TrimEnd(), actual.TrimEnd());
    }
}
