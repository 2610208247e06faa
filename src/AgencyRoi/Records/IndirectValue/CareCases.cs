using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>A complaint made in public, and who watched it being answered. What the client gave is entered as a cost.</summary>
internal sealed record CareCase : StreamContent
{
    /// <summary>To the first answer; null: there was none.</summary>
    [InFile("To the first answer; empty when there was none.")]
    public decimal? HoursToAnswer { get; init; }

    /// <summary>Until the case was solved; null: it was not, or nobody wrote it down. It moves the report on care times and no value.</summary>
    [InFile("Until the case was solved; empty when it was not, or nobody wrote it down.")]
    public decimal? HoursToResolution { get; init; }

    /// <summary>What the client promises.</summary>
    [InFile("What the client promises.")]
    public required decimal TargetHours { get; init; }

    /// <summary>How fairly it ended, as a person graded it, 0 to 1.</summary>
    [InFile("How fairly it ended, 0 to 1.")]
    public required decimal Fairness { get; init; }

    /// <summary>Of the customer, from -1 to 1; null: nobody looked.</summary>
    [InFile("Of the customer, from -1 to 1.")]
    public decimal? SentimentBefore { get; init; }

    /// <summary>Of the customer when it was over, from -1 to 1; null: nobody looked.</summary>
    [InFile("Of the customer when it was over, from -1 to 1.")]
    public decimal? SentimentAfter { get; init; }

    /// <summary>Accounts that could see it: gross, as the network says.</summary>
    [InFile("Accounts that could see it.")]
    public required decimal WitnessAudience { get; init; }

    /// <summary>Accounts looked at in the last audit of that audience; 0: it was never audited, and is worth nothing.</summary>
    [InFile("Accounts looked at in the last audit of that audience.")]
    public required decimal AuditSample { get; init; }

    /// <summary>Those of them that are fake or inactive.</summary>
    [InFile("Those of them that are fake or inactive.")]
    public required decimal AuditInauthentic { get; init; }

    /// <summary>The share of the audience that the case reached, 0 to 1.</summary>
    [InFile("The share of the audience that it reached, 0 to 1.")]
    public required decimal SeenShare { get; init; }

    /// <summary>The share of witnesses who are customers, 0 to 1.</summary>
    [InFile("The share of witnesses who are customers, 0 to 1.")]
    public required decimal CustomerShare { get; init; }

    /// <summary>What a case answered well adds to a customer's retention, from the client's own data, 0 to 1.</summary>
    [InFile("What a case answered well adds to retention, 0 to 1.")]
    public required decimal RetentionGain { get; init; }

    /// <summary>Contribution of one customer in one period.</summary>
    [InFile("Contribution of one customer in one period.")]
    public required decimal Margin { get; init; }

    /// <summary>
    /// What a case answered badly or not at all takes from a customer's retention, from the client's own data, 0 to 1. Null: nobody has measured it, and such
    /// a case has no value.
    /// </summary>
    [InFile("What a case answered badly or not at all takes from retention, 0 to 1; empty when nobody measured it.")]
    public decimal? RetentionLost { get; init; }
}

internal sealed class CareCases : StreamKind<CareCase, CareCaseInput>
{
    public override StreamFactKind Kind => StreamFactKind.CareCase;

    public override ValueStream Stream => ValueStream.Reputation;

    public override string ImportName => "care-cases";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.D;
    public override ValuationMethod? OneEntry => Metrics.Streams.CareCase.Method;

    protected override void Check(FactChecks checks, CareCase content, StreamFactStatement statement)
    {
        checks.Quantity(content.HoursToResolution, "hoursToResolution");
        checks.Compare(
            !(content.HoursToResolution < content.HoursToAnswer),
            "hoursToResolution",
            "hoursToAnswer",
            "No case is solved before it is answered."
        );
    }

    protected override CareCaseInput Input(StreamFactStatement statement, CareCase content, ValuationSurroundings surroundings) =>
        new(
            content.HoursToAnswer,
            TargetHours: content.TargetHours,
            Fairness: content.Fairness,
            SentimentBefore: content.SentimentBefore,
            SentimentAfter: content.SentimentAfter,
            WitnessAudience: content.WitnessAudience,
            AuditSample: content.AuditSample,
            AuditInauthentic: content.AuditInauthentic,
            SeenShare: content.SeenShare,
            CustomerShare: content.CustomerShare,
            RetentionGain: content.RetentionGain,
            Margin: content.Margin,
            content.RetentionLost
        );

    protected override StreamValue Value(Stated fact, CareCaseInput input, ValuationTerms terms) =>
        Metrics.Streams.CareCase.Value(fact, input, terms);
}

/// <summary>A complaint made in public, answered or not.</summary>
internal sealed record RecordCareCaseInput : StreamFactInput<CareCase>;

[MutationType]
internal static partial class RecordCareCase
{
    /// <summary>
    /// Records a complaint that was handled where others could see it. Answered well: REPUTATION = real witnesses × seen × customers among them ×
    /// retention gained × margin × timeliness × fairness; low is zero. Answered badly (fairness below 0.5, or the customer ended no happier) or not
    /// at all: REPUTATION = -(real witnesses × seen × customers among them × retention lost × margin × (1 - timeliness × fairness)); high is zero,
    /// and timeliness is 0 without an answer. Without <c>retentionLost</c> such a case has no value and a memo says so. Grade D at best. To repeat it
    /// safely, give it an external reference: sent again with the same content it changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<ShareOutOfRangeError>]
    [Error<NoExchangeRateError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<StreamFact>> RecordCareCaseAsync(
        RecordCareCaseInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => StreamRecording.Instance.RecordAsync(input, StreamKinds.Of(StreamFactKind.CareCase), database, time, cancellationToken);
}
