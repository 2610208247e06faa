using System.Runtime.CompilerServices;

namespace AgencyRoi.Recording.Imports;

internal static class RowsAhead
{
    /// <summary>The same chunks: while one is stored the next is read, and no more than that one, so that an import needs the memory of two.</summary>
    public static async IAsyncEnumerable<T> OneAheadAsync<T>(
        this IAsyncEnumerable<T> chunks,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var reader = chunks.GetAsyncEnumerator(cancellationToken);
        var next = NextAsync(reader);
        try
        {
            while (await next)
            {
                var chunk = reader.Current;
                next = NextAsync(reader);
                yield return chunk;
            }
        }
        finally
        {
            // Whoever stops half-way tells why; the reader is not left while it reads.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A file is nearly always there at once: without this its rows would be read before the chunk is given away.
    private static async Task<bool> NextAsync<T>(IAsyncEnumerator<T> reader)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        return await reader.MoveNextAsync();
    }
}
