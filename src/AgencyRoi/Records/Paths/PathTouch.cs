using AgencyRoi.Portfolio.Channels;

namespace AgencyRoi.Records.Paths;

/// <summary>A touch of a path.</summary>
/// <param name="ChannelId">The client's channel that brought people; none: they came directly.</param>
internal sealed record PathTouch([property: ID<Channel>] ChannelId? ChannelId = null) : IOfChannel;

/// <summary>Paths as they are stored: the ids of channels, and a word for direct visits, with a blank between. Two paths are the same when their texts are.</summary>
internal static class PathText
{
    private const char Separator = ' ';
    private const string Direct = "direct";

    public static string Write(IEnumerable<PathTouch> touches) =>
        string.Join(Separator, touches.Select(touch => touch.ChannelId is { } channel ? channel.Value.ToString("N") : Direct));

    public static IReadOnlyList<PathTouch> Read(string path)
    {
        var touches = new List<PathTouch>();
        foreach (var range in path.AsSpan().Split(Separator))
            if (path.AsSpan()[range] is { IsEmpty: false } touch)
                touches.Add(new(touch.SequenceEqual(Direct) ? null : new ChannelId(Guid.ParseExact(touch, "N"))));
        return touches;
    }
}
