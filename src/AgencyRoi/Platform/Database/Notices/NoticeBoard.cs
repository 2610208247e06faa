using System.Threading.Channels;

namespace AgencyRoi.Platform.Database.Notices;

/// <summary>The notices of committed transactions that wait to be sent: one for each thing, however often it happened.</summary>
internal sealed class NoticeBoard
{
    private readonly Lock sync = new();
    private readonly Channel<bool> filled = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private Dictionary<(string Channel, string About), Notice> waiting = [];

    public void Pin(IReadOnlyCollection<Notice> notices)
    {
        if (notices.Count == 0)
            return;
        lock (sync)
        {
            foreach (var notice in notices)
                waiting[(notice.Channel, notice.About)] = notice;
        }
        filled.Writer.TryWrite(true);
    }

    /// <summary>Waits until there are any, and takes them all down.</summary>
    public async Task<IReadOnlyCollection<Notice>> TakeAsync(CancellationToken cancellationToken)
    {
        await filled.Reader.ReadAsync(cancellationToken);
        lock (sync)
        {
            var taken = waiting.Values;
            waiting = [];
            return taken;
        }
    }
}
