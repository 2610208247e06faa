using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database.Notices;

namespace AgencyRoi.Reports.LedgerChanges;

/// <summary>Passes notices of the ledger on to those in this process who follow the agency.</summary>
internal sealed class LedgerFeed : NoticeChannel
{
    private readonly Lock sync = new();
    private readonly Dictionary<AgencyId, HashSet<LedgerFollower>> followers = [];

    public override string Name => LedgerNotice.Channel;

    /// <param name="concerns">Which of the agency's clients are followed.</param>
    public LedgerFollower Follow(AgencyId tenantId, Func<ClientId, bool> concerns)
    {
        var follower = new LedgerFollower(concerns, leaving => Leave(tenantId, leaving));
        lock (sync)
        {
            if (!followers.TryGetValue(tenantId, out var ofAgency))
                followers[tenantId] = ofAgency = [];
            ofAgency.Add(follower);
        }
        return follower;
    }

    public override void Heard(string payload)
    {
        if (LedgerNotice.TryParse(payload) is not { } notice)
            return;
        lock (sync)
        {
            foreach (var follower in followers.GetValueOrDefault(notice.TenantId) ?? [])
                follower.Note(notice.ClientId);
        }
    }

    /// <summary>What happened while nobody listened is found by looking.</summary>
    public override void Listening()
    {
        lock (sync)
        {
            foreach (var follower in followers.Values.SelectMany(ofAgency => ofAgency))
                follower.NoteAll();
        }
    }

    private void Leave(AgencyId tenantId, LedgerFollower follower)
    {
        lock (sync)
        {
            if (followers.TryGetValue(tenantId, out var ofAgency) && ofAgency.Remove(follower) && ofAgency.Count == 0)
                followers.Remove(tenantId);
        }
    }
}
