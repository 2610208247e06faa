using System.Globalization;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Traffic;

/// <summary>A price is known by its term, market and month; it has no other key.</summary>
internal sealed class KeywordPricesImport()
    : FactImport<KeywordPriceStatement, KeywordPrice>((checks, statement) => statement.Check(checks), TrafficIntake.StoreAsync)
{
    public override string Name => "keyword-prices";

    /// <summary>Its days are months.</summary>
    public override bool HasMoments => false;

    public override IReadOnlyList<ImportColumn> Columns { get; } = [ImportColumn.Client, .. FileColumns<KeywordPriceStatement>.With()];

    public override IReadOnlyList<string> KeyColumns => ["keyword", "client", "country", "month"];

    public override string? KeyOf(ImportRow row) =>
        row.ClientName is { } client
        && row.Text("keyword") is { } keyword
        && row.Text("country") is { } country
        && row.DayOrNull("month") is { } month
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{client}\n{KeywordMonth.Fold(keyword)}\n{country.ToUpperInvariant()}\n{month:yyyy-MM}"
            )
            : null;

    protected override KeywordPriceStatement StatementOf(ImportRow row, ClientId clientId, ImportReferences references) =>
        FileColumns<KeywordPriceStatement>.Read(row) with
        {
            ClientId = clientId,
        };
}
