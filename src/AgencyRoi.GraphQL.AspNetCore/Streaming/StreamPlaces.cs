using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.AspNetCore.Streaming;

/// <summary>How many streams each caller has open, over all their connections. Who has none is not remembered.</summary>
internal sealed class StreamPlaces
{
    private readonly Dictionary<object, int> taken = [];
    private readonly Lock sync = new();

    /// <summary>Null when the caller has as many as they may. To be given back once; a second time does nothing.</summary>
    /// <param name="caller">Null: nobody counts.</param>
    /// <param name="most">As many as one caller may have.</param>
    public Place? Take(object? caller, int most)
    {
        if (caller is null)
            return new Place(null, "");
        lock (sync)
        {
            var count = taken.GetValueOrDefault(caller);
            if (count >= most)
                return null;
            taken[caller] = count + 1;
        }
        return new Place(this, caller);
    }

    public static GraphQLError Refusal(int most) =>
        GraphQLError.OverLimit(LimitNames.TooManyStreams, $"At most {most} streams are open at the same time.");

    private void GiveBack(object caller)
    {
        lock (sync)
        {
            if (--taken[caller] == 0)
                taken.Remove(caller);
        }
    }

    public sealed class Place(StreamPlaces? places, object caller) : IDisposable
    {
        private StreamPlaces? places = places;

        public void Dispose() => Interlocked.Exchange(ref places, null)?.GiveBack(caller);
    }
}
