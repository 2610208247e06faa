using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCaseOrderer(typeof(AgencyRoi.Tests.ShuffledOrder))]

namespace AgencyRoi.Tests;

/// <summary>
/// The tests of a class share a database, so a test that leans on another's leftovers is a mistake that only some order shows. xunit's own order
/// depends on the folder of the checkout; this one on a seed alone: <c>TEST_ORDER_SEED=7 dotnet test</c> tries another.
/// </summary>
internal sealed class ShuffledOrder : ITestCaseOrderer
{
    private static readonly string Seed = Environment.GetEnvironmentVariable("TEST_ORDER_SEED") ?? "0";

    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase => [.. testCases.OrderBy(test => Place(test.TestCaseDisplayName), StringComparer.Ordinal)];

    private static string Place(string name) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Seed} {name}"))));
}
