using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using Npgsql;
using static NpgsqlTypes.NpgsqlDbType;
using Column = AgencyRoi.Platform.Database.RowColumn<AgencyRoi.Ledger.Entries.LedgerEntry>;

namespace AgencyRoi.Ledger.Entries;

/// <summary>How an entry lies in <c>app.ledger_entries</c>: <see cref="Columns"/> name what is written.</summary>
internal static class LedgerEntryRow
{
    public static RowColumns<LedgerEntry> Columns { get; } =
        new([
            Column.Of("client_id", Uuid, entry => entry.ClientId.Value),
            Column.Of("version", Bigint, entry => entry.Version),
            Column.Of("line_no", Integer, entry => entry.LineNo),
            Column.Of("day", Date, entry => entry.Day),
            Column.Of("edition", Integer, entry => entry.Edition),
            Column.Of("viewpoint", Text, entry => EnumCode.Of(entry.Viewpoint)),
            .. EntryKindColumns.Of<LedgerEntry>(entry => entry.Kind),
            Column.Of("channel_id", Uuid, entry => entry.ChannelId),
            Column.Of("campaign_id", Uuid, entry => entry.CampaignId),
            Column.Of("goal_id", Uuid, entry => entry.GoalId),
            Column.Of("unit", Text, entry => entry.Unit),
            Column.Of("share", Numeric, entry => entry.Share),
            Column.Of("quantity", Numeric, entry => entry.Quantity),
            Column.Of("source_kind", Text, entry => EnumCode.Of(entry.SourceKind)),
            Column.Of("source_id", Uuid, entry => entry.SourceId),
            Column.Of("source_revision", Integer, entry => entry.SourceRevision),
            Column.Of("method", Text, entry => entry.Method),
            Column.Of("method_version", Integer, entry => entry.MethodVersion),
            Column.Of("inputs", Jsonb, entry => entry.Inputs),
            Column.Of("original_amount", Numeric, entry => entry.OriginalAmount),
            Column.Of("original_currency", Text, entry => entry.OriginalCurrency),
            Column.Of("client_rate", Numeric, entry => entry.ClientRate),
            Column.Of("agency_rate", Numeric, entry => entry.AgencyRate),
            Column.Of("client_amount", Numeric, entry => entry.Client.Amount),
            Column.Of("adjusted_amount", Numeric, entry => entry.Client.Adjusted),
            Column.Of("low_amount", Numeric, entry => entry.Client.Low),
            Column.Of("high_amount", Numeric, entry => entry.Client.High),
            Column.Of("agency_amount", Numeric, entry => entry.Agency.Amount),
            Column.Of("agency_adjusted_amount", Numeric, entry => entry.Agency.Adjusted),
            Column.Of("agency_low_amount", Numeric, entry => entry.Agency.Low),
            Column.Of("agency_high_amount", Numeric, entry => entry.Agency.High),
            Column.Of("reverses_version", Bigint, entry => entry.ReversesVersion),
            Column.Of("reverses_line", Integer, entry => entry.ReversesLine),
            Column.Of("recorded_by", Text, entry => entry.RecordedBy),
            Column.Of("cause", Text, entry => EnumCode.Of(entry.Cause)),
        ]);

    /// <summary>Reads the columns that each statement names in this order, from <c>client_id</c> to <c>cause</c>.</summary>
    public static LedgerEntry Read(NpgsqlDataReader reader)
    {
        var next = 0;
        return new()
        {
            ClientId = reader.GetId<ClientId>(next++),
            Version = reader.GetInt64(next++),
            LineNo = reader.GetInt32(next++),
            Day = reader.GetFieldValue<DateOnly>(next++),
            Edition = reader.GetInt32(next++),
            Viewpoint = EnumCode.Parse<Viewpoint>(reader.GetString(next++)),
            Kind = EntryKindColumns.Read(reader, ref next),
            ChannelId = reader.GetGuid(next++),
            CampaignId = reader.GetGuid(next++),
            GoalId = reader.GetGuid(next++),
            Unit = reader.GetString(next++),
            Share = reader.GetDecimal(next++),
            Quantity = reader.GetDecimal(next++),
            SourceKind = EnumCode.Parse<SourceKind>(reader.GetString(next++)),
            SourceId = reader.GetGuid(next++),
            SourceRevision = reader.GetInt32(next++),
            Method = reader.GetString(next++),
            MethodVersion = reader.GetInt32(next++),
            Inputs = reader.GetString(next++),
            OriginalAmount = reader.GetDecimal(next++),
            OriginalCurrency = reader.GetString(next++),
            ClientRate = reader.GetDecimal(next++),
            AgencyRate = reader.GetDecimal(next++),
            Client = ReadAmounts(reader, ref next),
            Agency = ReadAmounts(reader, ref next),
            ReversesVersion = reader.IsDBNull(next) ? null : reader.GetInt64(next),
            ReversesLine = reader.IsDBNull(next + 1) ? null : reader.GetInt32(next + 1),
            RecordedAt = reader.GetFieldValue<DateTimeOffset>(next + 2),
            RecordedBy = reader.GetString(next + 3),
            Cause = EnumCode.Parse<EntryCause>(reader.GetString(next + 4)),
        };
    }

    public static LedgerAmounts ReadAmounts(NpgsqlDataReader reader, ref int next) =>
        new(reader.GetDecimal(next++), reader.GetDecimal(next++), reader.GetDecimal(next++), reader.GetDecimal(next++));
}
