using System.Globalization;
using System.Text;
using AgencyRoi.GraphQL.Execution;

namespace AgencyRoi.GraphQL.Tests.Execution;

public sealed class DocumentCacheTests
{
    private static readonly CachedDocument Document = new([]);

    [Fact]
    public void It_never_holds_more_than_it_may()
    {
        var cache = new DocumentCache("documents", maxDocuments: 10, maxBytes: 1000);

        for (var i = 0; i < 1000; i++)
            cache.Add(Text(i), Document);

        Assert.Equal(10, cache.Count);
        Assert.True(cache.TryGet(Text(999), out _));
        Assert.False(cache.TryGet(Text(0), out _));
    }

    [Fact]
    public void Its_bytes_are_bounded_too()
    {
        var cache = new DocumentCache("documents", maxDocuments: 10, maxBytes: 100);

        for (var i = 0; i < 10; i++)
            cache.Add(Encoding.UTF8.GetBytes($"{i}".PadLeft(30)), Document);
        cache.Add(new byte[101], Document);

        Assert.Equal(3, cache.Count);
    }

    [Fact]
    public void A_flood_of_new_documents_does_not_drive_out_the_one_in_use()
    {
        var cache = new DocumentCache("documents", maxDocuments: 10, maxBytes: 1000);
        cache.Add(Text(-1), Document);

        for (var i = 0; i < 1000; i++)
        {
            Assert.True(cache.TryGet(Text(-1), out _));
            cache.Add(Text(i), Document);
        }
    }

    [Fact]
    public void Concurrent_use_keeps_the_bounds()
    {
        var cache = new DocumentCache("documents", maxDocuments: 50, maxBytes: 100_000);

        Parallel.For(
            0,
            20_000,
            i =>
            {
                if (!cache.TryGet(Text(i % 200), out _))
                    cache.Add(Text(i % 200), Document);
            }
        );

        Assert.Equal(50, cache.Count);
    }

    private static byte[] Text(int number) => Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));
}
