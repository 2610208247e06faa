using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Rows;

namespace AgencyRoi.Portfolio.Clients;

/// <summary>A client's profile on each day, by the rows that say so. What no row says is what the client's own row says.</summary>
internal sealed class ProfileHistory(Client client, IReadOnlyCollection<ClientProfile> profiles)
{
    public Client Client => client;

    public Industry IndustryOn(DateOnly day) => InForce(day, row => row.Industry) ?? client.Industry;

    public BusinessModel BusinessModelOn(DateOnly day) => InForce(day, row => row.BusinessModel) ?? client.BusinessModel;

    public ClientSize SizeOn(DateOnly day) => InForce(day, row => row.Size) ?? client.Size;

    /// <summary>The period, cut where a trait changes; in one piece when it does not.</summary>
    public IReadOnlyList<(T Trait, ClientSpan Span)> Cut<T>(DateRange period, Func<ProfileHistory, DateOnly, T> traitOn)
        where T : struct, Enum
    {
        DateOnly[] starts =
        [
            period.From,
            .. profiles
                .Select(row => row.EffectiveFrom)
                .Where(day => period.From < day && day < period.To)
                .Distinct()
                .Order()
                // A day on which something else changed, or nothing, cuts nothing.
                .Where(day => !EqualityComparer<T>.Default.Equals(traitOn(this, day), traitOn(this, day.AddDays(-1)))),
        ];
        return
        [
            .. starts
                .Zip([.. starts.Skip(1), period.To])
                .Select(days => (traitOn(this, days.First), new ClientSpan(client.Id, new(days.First, days.Second)))),
        ];
    }

    private T? InForce<T>(DateOnly day, Func<ClientProfile, T?> trait)
        where T : struct => profiles.Where(row => trait(row) is not null).InForceOn(day) is { } row ? trait(row) : null;
}
