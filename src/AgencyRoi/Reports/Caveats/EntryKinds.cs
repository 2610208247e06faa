using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Reports.Caveats;

/// <summary>The keys of entries that a figure can be cut by. The nil id stands for none.</summary>
internal readonly record struct EntryKeys(
    ClientId ClientId,
    Viewpoint Viewpoint,
    EntryKind Kind,
    Guid ChannelId,
    Guid CampaignId,
    Guid GoalId
)
{
    public static EntryKeys Of(LedgerEntry entry) =>
        new(entry.ClientId, entry.Viewpoint, entry.Kind, ChannelId: entry.ChannelId, CampaignId: entry.CampaignId, GoalId: entry.GoalId);

    /// <summary>Whether a figure counts such entries, of whatever days.</summary>
    public bool IsIn(EntryFilter figure) =>
        figure.Scope.Viewpoint == Viewpoint
        && figure.Scope.ClientIds.Contains(ClientId)
        && (figure.Side is null || figure.Side == Kind.Side)
        && Has(figure.ReturnClasses, Kind.ReturnClass)
        && Has(figure.Codes, Kind.Code)
        && (figure.Bases is null || (Kind.Basis is { } basis && figure.Bases.Contains(basis)))
        && (Kind.Grade is not { } grade || Has(figure.Grades, grade))
        && Has(figure.ChannelIds, ChannelId)
        && Has(figure.CampaignIds, CampaignId)
        && Has(figure.GoalIds, GoalId);

    private static bool Has<T>(IReadOnlyCollection<T>? wanted, T value) => wanted is null || wanted.Contains(value);
}

/// <summary>Kinds of entries that were found in some periods.</summary>
internal sealed class EntryKinds(ILookup<DateRange, EntryKeys> found)
{
    public bool AreAnyIn(EntryFilter figure) => found[figure.Scope.Period].Any(keys => keys.IsIn(figure));

    /// <param name="command">Answers with the place of a period, from 1, and a kind of entry that is in it.</param>
    public static BatchQuery<EntryKinds> Query(NpgsqlBatchCommand command, IReadOnlyList<DateRange> periods) =>
        new(command, (reader, cancellationToken) => ReadAsync(reader, periods, cancellationToken));

    private static async Task<EntryKinds> ReadAsync(
        NpgsqlDataReader reader,
        IReadOnlyList<DateRange> periods,
        CancellationToken cancellationToken
    )
    {
        var found = new List<(DateRange Period, EntryKeys Keys)>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(
                (
                    periods[(int)reader.GetInt64(0) - 1],
                    new(
                        reader.GetId<ClientId>(1),
                        EnumCode.Parse<Viewpoint>(reader.GetString(2)),
                        EntryKindColumns.Read(reader, 3),
                        ChannelId: reader.GetGuid(8),
                        CampaignId: reader.GetGuid(9),
                        GoalId: reader.GetGuid(10)
                    )
                )
            );
        return new(found.ToLookup(each => each.Period, each => each.Keys));
    }
}
