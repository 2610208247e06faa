using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Rows;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>Stars before and after, and the revenue that they stand over.</summary>
/// <param name="Place">The place or product that is rated.</param>
/// <param name="Revenue">Its revenue in the fact's period.</param>
/// <param name="StarsBefore">The rating before.</param>
/// <param name="StarsAfter">The rating after.</param>
/// <param name="IsLocalBusiness">Whether it is a local business, for which the published elasticity holds.</param>
/// <param name="IsChain">Whether it bears a chain's name, for which it does not.</param>
/// <param name="Currency">ISO 4217: the currency of all its amounts.</param>
/// <param name="RevenueAttributed">The part of the revenue that other streams hold already.</param>
/// <param name="Margin">The share of revenue that is contribution; null: the client's margin.</param>
/// <param name="OwnElasticity">Change of revenue a star, measured for this client: 0.05 is five per cent. Null: the published one, where it holds.</param>
internal sealed record ReputationChange(
    [property: Key] string Place,
    decimal Revenue,
    decimal StarsBefore,
    decimal StarsAfter,
    bool IsLocalBusiness,
    bool IsChain,
    string Currency,
    decimal RevenueAttributed = 0m,
    decimal? Margin = null,
    Estimate? OwnElasticity = null
) : IStreamContent;

internal sealed class ReputationChanges : StreamKind<ReputationChange, RatingChangeInput>
{
    private const decimal MostStars = 10m;

    public override StreamFactKind Kind => StreamFactKind.ReputationChange;

    public override ValueStream Stream => ValueStream.Reputation;

    public override string ImportName => "reputation-changes";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.D;
    public override ValuationMethod? OneEntry => RatingChange.Method;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("place", "The place or product that is rated.", IsRequired: true),
        new AmountColumn("revenue", "Its revenue in the period.", IsRequired: true),
        new AmountColumn("revenue_attributed", "The part that other streams hold already."),
        new("stars_before", "The rating before.", IsRequired: true),
        new("stars_after", "The rating after.", IsRequired: true),
        new("is_local_business", "true or false.", IsRequired: true),
        new("is_chain", "true or false.", IsRequired: true),
        new("margin", "The share of revenue that is contribution; the client's margin is the default."),
        .. MeasuredColumns.Of("own_elasticity", "Change of revenue a star, measured for this client."),
    ];

    protected override ReputationChange Content(ImportRow row) =>
        new(
            row.RequiredKey("place"),
            Revenue: row.RequiredNumber("revenue"),
            StarsBefore: row.RequiredNumber("stars_before"),
            StarsAfter: row.RequiredNumber("stars_after"),
            IsLocalBusiness: row.RequiredFlag("is_local_business"),
            IsChain: row.RequiredFlag("is_chain"),
            row.RequiredText("currency"),
            row.Number("revenue_attributed") ?? 0m,
            row.Number("margin"),
            row.Measured("own_elasticity")
        );

    protected override void Check(FactChecks checks, ReputationChange content, StreamFactStatement statement)
    {
        checks.Text(content.Place, "place");
        checks.Require(content.StarsBefore <= MostStars, "starsBefore", "A rating has ten stars at most.");
        checks.Require(content.StarsAfter <= MostStars, "starsAfter", "A rating has ten stars at most.");
    }

    protected override RatingChangeInput Input(
        StreamFactStatement statement,
        ReputationChange content,
        ValuationSurroundings surroundings
    ) =>
        new(
            Revenue: content.Revenue,
            RevenueAttributed: content.RevenueAttributed,
            content.Margin ?? surroundings.Margin,
            StarsBefore: content.StarsBefore,
            StarsAfter: content.StarsAfter,
            IsLocalBusiness: content.IsLocalBusiness,
            IsChain: content.IsChain,
            content.OwnElasticity is { } own ? (Metrics.Estimate)own : null
        );

    protected override StreamValue Value(Stated fact, RatingChangeInput input, ValuationTerms terms) =>
        RatingChange.Value(fact, input, terms);
}

/// <summary>A rating that changed.</summary>
internal sealed record RecordReputationChangeInput : StreamFactInput<ReputationChange>;

[MutationType]
internal static partial class RecordReputationChange
{
    /// <summary>
    /// Records stars gained or lost. REPUTATION = revenue exposed × stars × elasticity (5 to 9 % a star is published for independent local
    /// businesses, none for chains); without an elasticity that holds, a memo. A lost star is a loss. Grade D unless stated; B at best, and only with
    /// an elasticity of the client's own. To repeat it safely, give it an external reference: sent again with the same content it changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<ShareOutOfRangeError>]
    [Error<NoExchangeRateError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<StreamFact>> RecordReputationChangeAsync(
        RecordReputationChangeInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => StreamRecording.Instance.RecordAsync(input, StreamKinds.Of(StreamFactKind.ReputationChange), database, time, cancellationToken);
}
