using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Tests;

/// <summary>Files of the checkout that the tests run in.</summary>
internal static class Repository
{
    public static string Read(string path) => File.ReadAllText(PathOf(path));

    public static string PathOf(string path) => Path.Combine(Checkout.Root, path);
}
