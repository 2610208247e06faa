using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(AgencyRoi.Tests.LongestFirst))]

namespace AgencyRoi.Tests;

/// <summary>
/// The order of the collections: those that take minutes one after the other begin first, so that no core waits for them at the end. What they are called,
/// not what they took last time, decides: the order is the same on every machine.
/// </summary>
internal sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        Isolation.IsolationCollection.Name,
        Inputs.InputCollection.Name,
        "DemoAndImportTests",
        "VerbTests",
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(collection => Place(collection.TestCollectionDisplayName))];

    private static int Place(string name) =>
        Array.FindIndex(Long, each => name == each || name.Contains($".{each} ", StringComparison.Ordinal)) is var place and >= 0
            ? place
            : Long.Length;
}
