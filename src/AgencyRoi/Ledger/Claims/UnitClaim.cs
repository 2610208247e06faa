using System.Text.Json;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using static NpgsqlTypes.NpgsqlDbType;
using Column = AgencyRoi.Platform.Database.RowColumn<AgencyRoi.Ledger.Claims.UnitClaim>;

namespace AgencyRoi.Ledger.Claims;

/// <summary>A fact's claim on a unit, with what it gets now and the entry that says so.</summary>
/// <param name="Whole">The entry as it would be if all of the unit were granted: from it each grant's entry is made anew.</param>
/// <param name="Posted">Null while nothing is granted.</param>
internal sealed record UnitClaim(Claim Claim, LedgerEntry Whole, decimal Granted, LedgerEntry? Posted)
{
    private static readonly JsonSerializerOptions Amounts = new(JsonSerializerDefaults.Web);

    public ClaimKey Key => new(Whole.ClientId, Whole.Unit, Claim.SourceId);

    public ClaimPart Row => new(Key, Claim.Part);

    public UnitName On => new(Whole.ClientId, Whole.Unit);

    // Nothing is stored twice: what is granted whole can be read back from its posted entry.
    private string? WholeText => Granted == 1m ? null : WholeEntryText.Of(Whole);

    private string? UnroundedText => Whole.Unrounded is { } unrounded ? JsonSerializer.Serialize(unrounded, Amounts) : null;

    public static RowColumns<UnitClaim> Columns { get; } =
        new(
            Column.Of("client_id", Uuid, claim => claim.Whole.ClientId.Value),
            Column.Of("unit", Text, claim => claim.Whole.Unit),
            Column.Of("source_kind", Text, claim => EnumCode.Of(claim.Whole.SourceKind)),
            Column.Of("source_id", Uuid, claim => claim.Claim.SourceId),
            Column.Of("part", Integer, claim => claim.Claim.Part),
            Column.Of("source_revision", Integer, claim => claim.Whole.SourceRevision),
            Column.Of("stream", Text, claim => EnumCode.Of(claim.Claim.Stream)),
            Column.Of("grade", Text, claim => EnumCode.Of(claim.Claim.Grade)),
            Column.Of("occurred_on", Date, claim => claim.Claim.OccurredOn),
            Column.Of("external_reference", Text, claim => claim.Claim.ExternalReference),
            Column.Of("full_amount", Numeric, claim => claim.Whole.Unrounded?.Client.Amount ?? claim.Whole.Client.Amount),
            Column.Of("claimed", Numeric, claim => claim.Claim.Claimed),
            Column.Of("granted", Numeric, claim => claim.Granted),
            Column.Of("posted_version", Bigint, claim => claim.Posted?.Version),
            Column.Of("posted_line", Integer, claim => claim.Posted?.LineNo),
            Column.Of("whole_entry", Jsonb, claim => claim.WholeText),
            Column.Of("unrounded", Jsonb, claim => claim.UnroundedText)
        );

    /// <param name="posted">The entry that the row points at; null when it points at none.</param>
    public static UnitClaim Of(StoredClaim stored, LedgerEntry? posted)
    {
        var whole = stored.WholeEntry is { } text ? WholeEntryText.Read(text) : posted;
        var unrounded = stored.Unrounded is { } amounts ? JsonSerializer.Deserialize<UnroundedEntry>(amounts, Amounts) : null;
        // One of the two is there: claims_whole_entry, claims_posted.
        return new(stored.Claim, whole! with { Unrounded = unrounded }, stored.Granted, posted);
    }
}
