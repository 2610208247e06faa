using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Reports.Caveats;

/// <summary>Outcomes of goals that count a volume metric by the agency's decision. They are in no value, and whatever would hold them says so.</summary>
internal static class VolumeOutcomes
{
    private static readonly string Sql = EmbeddedSql.Read("Reports.Caveats.volume_outcomes.sql");

    public static BatchQuery<IReadOnlyList<Restriction>> Query(DatabaseSession session, AskedFigures asked) =>
        new(
            BatchCommands.Of(
                Sql,
                session.TenantId,
                asked.Clients,
                asked.Periods.Select(period => period.From).ToArray(),
                asked.Periods.Select(period => period.To).ToArray()
            ),
            (reader, cancellationToken) => ReadAsync(reader, asked, cancellationToken)
        );

    private static async Task<IReadOnlyList<Restriction>> ReadAsync(
        NpgsqlDataReader reader,
        AskedFigures asked,
        CancellationToken cancellationToken
    )
    {
        var found = new List<(DateRange Period, Place Place)>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add((asked.Periods[(int)reader.GetInt64(0) - 1], Place.Read(reader)));
        var places = found.ToLookup(each => each.Period, each => each.Place);
        return [new(Caveat.VolumeIndicator, figure => places[figure.Scope.Period].Any(place => place.IsIn(figure)))];
    }

    private readonly record struct Place(ClientId ClientId, Guid ChannelId, Guid CampaignId, Guid GoalId, string Stream)
    {
        public static Place Read(NpgsqlDataReader reader) =>
            new(
                reader.GetId<ClientId>(1),
                ChannelId: IdOrNone(reader, 2),
                CampaignId: IdOrNone(reader, 3),
                GoalId: reader.GetGuid(4),
                Stream: reader.GetString(5)
            );

        /// <summary>Whether a figure counts value where the outcomes are.</summary>
        public bool IsIn(EntryFilter figure) =>
            figure.Side != EntrySide.Cost
            && figure.ReturnClasses?.All(part => part == ReturnClass.Cost) != true
            && figure.Scope.ClientIds.Contains(ClientId)
            && Has(figure.Codes, Stream)
            && Has(figure.ChannelIds, ChannelId)
            && Has(figure.CampaignIds, CampaignId)
            && Has(figure.GoalIds, GoalId);

        private static Guid IdOrNone(NpgsqlDataReader reader, int column) =>
            reader.IsDBNull(column) ? NoDimension.Id : reader.GetGuid(column);

        private static bool Has<T>(IReadOnlyCollection<T>? wanted, T value) => wanted is null || wanted.Contains(value);
    }
}
