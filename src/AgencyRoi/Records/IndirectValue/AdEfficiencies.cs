using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Rows;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>The price that advertising paid for a unit before and after social channels taught it something.</summary>
/// <param name="Subject">What was learned and where it is used.</param>
/// <param name="SpendBefore">Spend of the period before.</param>
/// <param name="UnitsBefore">Customers or clicks that it bought; customers are the better measure.</param>
/// <param name="SpendAfter">Spend of the period after.</param>
/// <param name="UnitsAfter">The same units that it bought.</param>
/// <param name="Isolation">How much of the change is due to this and not to season, budget or market, 0 to 1.</param>
/// <param name="IsSpendInCost">Whether this spend is a cost of the same return: the saving shows there already, and is a memo here.</param>
/// <param name="Currency">ISO 4217: the currency of all its amounts.</param>
internal sealed record AdEfficiency(
    string Subject,
    decimal SpendBefore,
    decimal UnitsBefore,
    decimal SpendAfter,
    decimal UnitsAfter,
    Estimate Isolation,
    bool IsSpendInCost,
    string Currency
) : IStreamContent;

internal sealed class AdEfficiencies : StreamKind<AdEfficiency, AdEfficiencyInput>
{
    public override StreamFactKind Kind => StreamFactKind.AdEfficiency;

    public override ValueStream Stream => ValueStream.AdvertisingEfficiency;

    public override string ImportName => "ad-efficiencies";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.C;
    public override ValuationMethod? OneEntry => Metrics.Streams.AdvertisingEfficiency.Method;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("subject", "What was learned and where it is used.", IsRequired: true),
        new AmountColumn("spend_before", "Spend of the period before.", IsRequired: true),
        new("units_before", "Customers or clicks that it bought.", IsRequired: true),
        new AmountColumn("spend_after", "Spend of the period after.", IsRequired: true),
        new("units_after", "The same units that it bought.", IsRequired: true),
        .. MeasuredColumns.Of("isolation", "How much of the change is due to this, 0 to 1.", isRequired: true),
        new("is_spend_in_cost", "true when this spend is a cost of the same return.", IsRequired: true),
    ];

    protected override AdEfficiency Content(ImportRow row) =>
        new(
            row.RequiredText("subject"),
            SpendBefore: row.RequiredNumber("spend_before"),
            UnitsBefore: row.RequiredNumber("units_before"),
            SpendAfter: row.RequiredNumber("spend_after"),
            UnitsAfter: row.RequiredNumber("units_after"),
            row.RequiredMeasured("isolation"),
            row.RequiredFlag("is_spend_in_cost"),
            row.RequiredText("currency")
        );

    protected override void Check(FactChecks checks, AdEfficiency content, StreamFactStatement statement) =>
        checks.Text(content.Subject, "subject");

    protected override AdEfficiencyInput Input(StreamFactStatement statement, AdEfficiency content, ValuationSurroundings surroundings) =>
        new(
            SpendBefore: content.SpendBefore,
            UnitsBefore: content.UnitsBefore,
            SpendAfter: content.SpendAfter,
            UnitsAfter: content.UnitsAfter,
            content.Isolation,
            content.IsSpendInCost
        );

    protected override StreamValue Value(Stated fact, AdEfficiencyInput input, ValuationTerms terms) =>
        Metrics.Streams.AdvertisingEfficiency.Value(fact, input, terms);
}

/// <summary>Advertising that became cheaper.</summary>
internal sealed record RecordAdEfficiencyInput : StreamFactInput<AdEfficiency>;

[MutationType]
internal static partial class RecordAdEfficiency
{
    /// <summary>
    /// Records what advertising paid for a unit before and after. ADVERTISING_EFFICIENCY = (price before - after) × units after × isolation; dearer
    /// is a loss. An interval that holds zero stays out of the adjusted total; where the spend is a cost of the same return, it is a memo. Grade C at
    /// best. To repeat it safely, give it an external reference: sent again with the same content it changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<ShareOutOfRangeError>]
    [Error<NoExchangeRateError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<StreamFact>> RecordAdEfficiencyAsync(
        RecordAdEfficiencyInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => StreamRecording.Instance.RecordAsync(input, StreamKinds.Of(StreamFactKind.AdEfficiency), database, time, cancellationToken);
}
