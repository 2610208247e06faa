using System.Text.Json;
using System.Text.Json.Serialization;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Ledger.Entries;

/// <summary>An entry of the ledger. It is never changed: what was wrong is reversed by an entry that says minus the same.</summary>
internal sealed record LedgerEntry
{
    public required ClientId ClientId { get; init; }

    /// <summary>The posting, counted per client, that wrote the row; zero before it is written.</summary>
    public long Version { get; init; }
    public int LineNo { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>How often the day's month had been closed when the row was written.</summary>
    public int Edition { get; init; }
    public required Viewpoint Viewpoint { get; init; }
    public required EntryKind Kind { get; init; }

    /// <summary>The nil id stands for none, here and in the two that follow.</summary>
    public Guid ChannelId { get; init; }
    public Guid CampaignId { get; init; }
    public Guid GoalId { get; init; }
    public required string Unit { get; init; }
    public required decimal Share { get; init; }
    public decimal Quantity { get; init; }
    public required SourceKind SourceKind { get; init; }
    public required Guid SourceId { get; init; }
    public required int SourceRevision { get; init; }
    public required string Method { get; init; }
    public required int MethodVersion { get; init; }

    /// <summary>A JSON object of texts.</summary>
    public required string Inputs { get; init; }
    public required decimal OriginalAmount { get; init; }
    public required string OriginalCurrency { get; init; }
    public required decimal ClientRate { get; init; }
    public required decimal AgencyRate { get; init; }
    public required LedgerAmounts Client { get; init; }
    public required LedgerAmounts Agency { get; init; }

    /// <summary>The unrounded amounts. No column of the ledger: a claim keeps it. Null for what was posted before it was kept.</summary>
    [JsonIgnore]
    public UnroundedEntry? Unrounded { get; init; }
    public long? ReversesVersion { get; init; }
    public int? ReversesLine { get; init; }

    /// <summary>Information, never a bound: a transaction that began before a closing may commit after it. Set by the database.</summary>
    public DateTimeOffset RecordedAt { get; init; }
    public string RecordedBy { get; init; } = "";
    public EntryCause Cause { get; init; }

    /// <summary>The row for the whole unit, whatever share of it will be granted.</summary>
    public static LedgerEntry Whole(FactPosting posting, ValuedEntry line) =>
        new()
        {
            ClientId = posting.ClientId,
            Day = line.Day,
            Viewpoint = line.Viewpoint,
            Kind = line.Kind,
            ChannelId = NoDimension.ToColumn(line.Dimensions.ChannelId),
            CampaignId = NoDimension.ToColumn(line.Dimensions.CampaignId),
            GoalId = NoDimension.ToColumn(line.Dimensions.GoalId),
            Unit = line.Unit,
            Share = 1m,
            Quantity = LedgerRounding.Of(line.Quantity),
            SourceKind = posting.SourceKind,
            SourceId = posting.SourceId,
            SourceRevision = posting.SourceRevision,
            Method = line.Method.Name,
            MethodVersion = line.Method.Version,
            Inputs = JsonSerializer.Serialize(line.Inputs),
            OriginalAmount = line.OriginalAmount,
            OriginalCurrency = line.OriginalCurrency,
            ClientRate = line.Rates.Client,
            AgencyRate = line.Rates.Agency,
            Client = line.Client,
            Agency = line.Agency,
            Unrounded = line.Unrounded,
        };

    /// <summary>The same row for a share of the unit, each amount rounded once.</summary>
    public LedgerEntry At(decimal share) =>
        Unrounded is { } unrounded
            ? this with
            {
                Share = share,
                Quantity = LedgerRounding.Of(Quantity, share),
                OriginalAmount = LedgerRounding.Of(unrounded.Original, share),
                Client = unrounded.Client.At(share),
                Agency = unrounded.Agency.At(share),
            }
            : this with
            {
                Share = share,
                Quantity = LedgerAmounts.Part(Quantity, share),
                OriginalAmount = LedgerAmounts.Part(OriginalAmount, share),
                Client = Client.OfRoundedAt(share),
                Agency = Agency.OfRoundedAt(share),
            };

    /// <summary>Takes the row back on its own day; together they come to nothing.</summary>
    public LedgerEntry Reversal() =>
        this with
        {
            Quantity = -Quantity,
            OriginalAmount = -OriginalAmount,
            Client = -Client,
            Agency = -Agency,
            ReversesVersion = Version,
            ReversesLine = LineNo,
        };
}
