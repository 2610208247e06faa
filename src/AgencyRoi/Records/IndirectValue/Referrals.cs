using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>A customer who came through another one's link or code.</summary>
internal sealed record Referral : StreamContent
{
    /// <summary>Who came: the contact's key in another system. No name and no address.</summary>
    [Key]
    [InFile("Who came: the contact's key.")]
    public required string Customer { get; init; }

    /// <summary>Whose link or code it was.</summary>
    [Key]
    [InFile("Whose link or code it was.")]
    public required string Referrer { get; init; }

    /// <summary>The customer's margin over the horizon that the client states, without orders that are recorded as sales.</summary>
    [InFile("The customer's margin over the stated horizon.", Number = FileNumber.Amount)]
    public required decimal LifetimeValue { get; init; }

    /// <summary>How likely they came only because of it, 0 to 1; where nobody measured it, low 0 and high 1.</summary>
    [InFile("How likely they came only because of it, 0 to 1.")]
    public required Estimate OnlyBecauseShare { get; init; }

    /// <summary>What a customer who would have come anyway costs elsewhere.</summary>
    [InFile("What a customer costs elsewhere.", Number = FileNumber.Amount)]
    public decimal AcquisitionCostSaved { get; init; }

    /// <summary>What the referrer was thanked with afterwards, when it is not entered as a cost.</summary>
    [InFile("What the referrer was thanked with afterwards.", Number = FileNumber.Amount)]
    public decimal Reward { get; init; }

    /// <summary>Whether the recommendation was made for a reward. It is then no word of mouth.</summary>
    [InFile("true when it was made for a reward; false is the default.")]
    public bool IsIncentivised { get; init; }
}

internal sealed class Referrals : StreamKind<Referral, ReferralInput>
{
    public override StreamFactKind Kind => StreamFactKind.Referral;

    public override ValueStream Stream => ValueStream.WordOfMouth;

    public override string ImportName => "referrals";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.C;

    public static Metrics.Streams.Referral Referral(StreamFactStatement statement, Referral content) =>
        new(statement.ExternalReference, content.Customer, content.Referrer, statement.OccurredOn, content.IsIncentivised);

    protected override void Check(FactChecks checks, Referral content, StreamFactStatement statement)
    {
        checks.Key(content.Customer, "customer");
        checks.Key(content.Referrer, "referrer");
        checks.NotNegative(content.LifetimeValue, "lifetimeValue");
        checks.Places(content.LifetimeValue, "lifetimeValue", places: 10);
    }

    protected override string FieldOf(string inputField) =>
        base.FieldOf(inputField[(inputField.IndexOf('.', StringComparison.Ordinal) + 1)..]);

    protected override ReferralInput Input(StreamFactStatement statement, Referral content, ValuationSurroundings surroundings) =>
        new(
            Referral(statement, content),
            Math.Max(0m, content.LifetimeValue - surroundings.Booked),
            content.OnlyBecauseShare,
            content.AcquisitionCostSaved,
            content.Reward
        );

    protected override StreamValue Value(Stated fact, ReferralInput input, ValuationSurroundings surroundings, ValuationTerms terms) =>
        surroundings.Exclusion is ReferralExclusion.HasParent or ReferralExclusion.Cycle or ReferralExclusion.TooDeep
            ? StreamValue.Beside(new Memo(MemoReason.OutsideChain, Metrics.Estimate.Zero, fact.CurrencyCode))
            : Value(fact, input, terms);

    protected override StreamValue Value(Stated fact, ReferralInput input, ValuationTerms terms) => WordOfMouth.Value(fact, input, terms);
}

/// <summary>A referral.</summary>
internal sealed record RecordReferralInput : StreamFactInput<Referral>;

[MutationType]
internal static partial class RecordReferral
{
    /// <summary>
    /// Records a customer who came through another one. WORD_OF_MOUTH = lifetime value × share that came only because of it + acquisition cost saved
    /// × the rest - reward. What came for a reward, from oneself, or by a second code counts nothing; no chain is assumed. Grade C unless stated, B
    /// at best. To repeat it safely, give it an external reference: sent again with the same content it changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<ShareOutOfRangeError>]
    [Error<NoExchangeRateError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<StreamFact>> RecordReferralAsync(
        RecordReferralInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => StreamRecording.Instance.RecordAsync(input, StreamKinds.Of(StreamFactKind.Referral), database, time, cancellationToken);
}
