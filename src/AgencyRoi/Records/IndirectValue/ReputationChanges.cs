using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>Stars before and after, and the revenue that they stand over.</summary>
internal sealed record ReputationChange : StreamContent
{
    /// <summary>The place or product that is rated.</summary>
    [Key]
    [InFile("The place or product that is rated.")]
    public required string Place { get; init; }

    /// <summary>Its revenue in the fact's period.</summary>
    [InFile("Its revenue in the period.", Number = FileNumber.Amount)]
    public required decimal Revenue { get; init; }

    /// <summary>The part of the revenue that other streams hold already.</summary>
    [InFile("The part that other streams hold already.", Number = FileNumber.Amount)]
    public decimal RevenueAttributed { get; init; }

    /// <summary>The rating before.</summary>
    [InFile("The rating before.")]
    public required decimal StarsBefore { get; init; }

    /// <summary>The rating after.</summary>
    [InFile("The rating after.")]
    public required decimal StarsAfter { get; init; }

    /// <summary>Whether it is a local business, for which the published elasticity holds.</summary>
    [InFile("true or false.")]
    public required bool IsLocalBusiness { get; init; }

    /// <summary>Whether it bears a chain's name, for which it does not.</summary>
    [InFile("true or false.")]
    public required bool IsChain { get; init; }

    /// <summary>The share of revenue that is contribution; null: the client's margin.</summary>
    [InFile("The share of revenue that is contribution; the client's margin is the default.")]
    public decimal? Margin { get; init; }

    /// <summary>Change of revenue a star, measured for this client: 0.05 is five per cent. Null: the published one, where it holds.</summary>
    [InFile("Change of revenue a star, measured for this client.")]
    public Estimate? OwnElasticity { get; init; }
}

internal sealed class ReputationChanges : StreamKind<ReputationChange, RatingChangeInput>
{
    private const decimal MostStars = 10m;

    public override StreamFactKind Kind => StreamFactKind.ReputationChange;

    public override ValueStream Stream => ValueStream.Reputation;

    public override string ImportName => "reputation-changes";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.D;
    public override ValuationMethod? OneEntry => RatingChange.Method;

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
