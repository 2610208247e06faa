using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Imports.Rows;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>A complaint made in public, and who watched it being answered. What the client gave is entered as a cost.</summary>
/// <param name="TargetHours">What the client promises.</param>
/// <param name="Fairness">How fairly it ended, as a person graded it, 0 to 1.</param>
/// <param name="WitnessAudience">Accounts that could see it: gross, as the network says.</param>
/// <param name="AuditSample">Accounts looked at in the last audit of that audience; 0: it was never audited, and is worth nothing.</param>
/// <param name="AuditInauthentic">Those of them that are fake or inactive.</param>
/// <param name="SeenShare">The share of the audience that the case reached, 0 to 1.</param>
/// <param name="CustomerShare">The share of witnesses who are customers, 0 to 1.</param>
/// <param name="RetentionGain">What a case answered well adds to a customer's retention, from the client's own data, 0 to 1.</param>
/// <param name="Margin">Contribution of one customer in one period.</param>
/// <param name="Currency">ISO 4217: the currency of all its amounts.</param>
/// <param name="HoursToAnswer">To the first answer; null: there was none.</param>
/// <param name="SentimentBefore">Of the customer, from -1 to 1; null: nobody looked.</param>
/// <param name="SentimentAfter">Of the customer when it was over, from -1 to 1; null: nobody looked.</param>
/// <param name="RetentionLost">
/// What a case answered badly or not at all takes from a customer's retention, from the client's own data, 0 to 1. Null: nobody has measured it, and such
/// a case has no value.
/// </param>
internal sealed record CareCase(
    decimal TargetHours,
    decimal Fairness,
    decimal WitnessAudience,
    decimal AuditSample,
    decimal AuditInauthentic,
    decimal SeenShare,
    decimal CustomerShare,
    decimal RetentionGain,
    decimal Margin,
    string Currency,
    decimal? HoursToAnswer = null,
    decimal? SentimentBefore = null,
    decimal? SentimentAfter = null,
    decimal? RetentionLost = null
) : IStreamContent;

internal sealed class CareCases : StreamKind<CareCase, CareCaseInput>
{
    public override StreamFactKind Kind => StreamFactKind.CareCase;

    public override ValueStream Stream => ValueStream.Reputation;

    public override string ImportName => "care-cases";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.D;
    public override ValuationMethod? OneEntry => Metrics.Streams.CareCase.Method;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("hours_to_answer", "To the first answer; empty when there was none."),
        new("target_hours", "What the client promises.", IsRequired: true),
        new("fairness", "How fairly it ended, 0 to 1.", IsRequired: true),
        new("sentiment_before", "Of the customer, from -1 to 1."),
        new("sentiment_after", "Of the customer when it was over, from -1 to 1."),
        new("witness_audience", "Accounts that could see it.", IsRequired: true),
        new("audit_sample", "Accounts looked at in the last audit of that audience.", IsRequired: true),
        new("audit_inauthentic", "Those of them that are fake or inactive.", IsRequired: true),
        new("seen_share", "The share of the audience that it reached, 0 to 1.", IsRequired: true),
        new("customer_share", "The share of witnesses who are customers, 0 to 1.", IsRequired: true),
        new("retention_gain", "What a case answered well adds to retention, 0 to 1.", IsRequired: true),
        new("margin", "Contribution of one customer in one period.", IsRequired: true),
        new("retention_lost", "What a case answered badly or not at all takes from retention, 0 to 1; empty when nobody measured it."),
    ];

    protected override CareCase Content(ImportRow row) =>
        new(
            TargetHours: row.RequiredNumber("target_hours"),
            Fairness: row.RequiredNumber("fairness"),
            WitnessAudience: row.RequiredNumber("witness_audience"),
            AuditSample: row.RequiredNumber("audit_sample"),
            AuditInauthentic: row.RequiredNumber("audit_inauthentic"),
            SeenShare: row.RequiredNumber("seen_share"),
            CustomerShare: row.RequiredNumber("customer_share"),
            RetentionGain: row.RequiredNumber("retention_gain"),
            Margin: row.RequiredNumber("margin"),
            row.RequiredText("currency"),
            HoursToAnswer: row.Number("hours_to_answer"),
            SentimentBefore: row.Number("sentiment_before"),
            SentimentAfter: row.Number("sentiment_after"),
            RetentionLost: row.Number("retention_lost")
        );

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

/// <summary>A complaint that was handled in public.</summary>
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
