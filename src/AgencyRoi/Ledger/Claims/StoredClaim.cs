using Npgsql;

namespace AgencyRoi.Ledger.Claims;

/// <summary>Where an entry stands in the ledger of an agency.</summary>
internal readonly record struct EntryKey(ClientId ClientId, long Version, int LineNo);

/// <summary>A row of <c>app.claims</c>, before its posted entry has been read.</summary>
internal sealed record StoredClaim(
    ClientId ClientId,
    string Unit,
    Claim Claim,
    decimal Granted,
    EntryKey? Posted,
    string? WholeEntry,
    string? Unrounded
)
{
    public ClaimKey Key => new(ClientId, Unit, Claim.SourceId);

    public ClaimPart Row => new(Key, Claim.Part);

    public static StoredClaim Read(NpgsqlDataReader reader)
    {
        var clientId = reader.GetId<ClientId>(0);
        return new(
            clientId,
            reader.GetString(1),
            new Claim(
                reader.GetGuid(2),
                EnumCode.Parse<EvidenceGrade>(reader.GetString(3)),
                reader.GetFieldValue<DateOnly>(4),
                EnumCode.Parse<ValueStream>(reader.GetString(5)),
                reader.GetString(6),
                reader.GetDecimal(7)
            )
            {
                Part = reader.GetInt32(13),
            },
            reader.GetDecimal(8),
            reader.IsDBNull(9) ? null : new(clientId, reader.GetInt64(9), reader.GetInt32(10)),
            WholeEntry: reader.IsDBNull(11) ? null : reader.GetString(11),
            Unrounded: reader.IsDBNull(12) ? null : reader.GetString(12)
        );
    }
}
