using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>The price that advertising paid for a unit before and after social channels taught it something.</summary>
internal sealed record AdEfficiency : StreamContent
{
    /// <summary>What was learned and where it is used.</summary>
    [InFile("What was learned and where it is used.")]
    public required string Subject { get; init; }

    /// <summary>Spend of the period before.</summary>
    [InFile("Spend of the period before.", Number = FileNumber.Amount)]
    public required decimal SpendBefore { get; init; }

    /// <summary>Customers or clicks that it bought; customers are the better measure.</summary>
    [InFile("Customers or clicks that it bought.")]
    public required decimal UnitsBefore { get; init; }

    /// <summary>Spend of the period after.</summary>
    [InFile("Spend of the period after.", Number = FileNumber.Amount)]
    public required decimal SpendAfter { get; init; }

    /// <summary>The same units that it bought.</summary>
    [InFile("The same units that it bought.")]
    public required decimal UnitsAfter { get; init; }

    /// <summary>How much of the change is due to this and not to season, budget or market, 0 to 1.</summary>
    [InFile("How much of the change is due to this, 0 to 1.")]
    public required Estimate Isolation { get; init; }

    /// <summary>Whether this spend is a cost of the same return: the saving shows there already, and is a memo here.</summary>
    [InFile("true when this spend is a cost of the same return.")]
    public required bool IsSpendInCost { get; init; }
}

internal sealed class AdEfficiencies : StreamKind<AdEfficiency, AdEfficiencyInput>
{
    public override StreamFactKind Kind => StreamFactKind.AdEfficiency;

    public override ValueStream Stream => ValueStream.AdvertisingEfficiency;

    public override string ImportName => "ad-efficiencies";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.C;
    public override ValuationMethod? OneEntry => Metrics.Streams.AdvertisingEfficiency.Method;

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
