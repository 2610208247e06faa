using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.Stages;
using AgencyRoi.Records.Valuation;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Sales;

/// <summary>Sales that are posted together. The refunds of one that is different now are posted anew with it.</summary>
internal sealed class SaleBatch(DatabaseSession session, RecordingOptions how) : PostingBatch<Sale, SaleStatement>(session, how)
{
    private readonly List<(ClientId ClientId, string? Contact)> touched = [];
    private KnownRefunds refunds = null!; // read before any sale is valued
    private SaleTerms terms = null!; // like them
    private SaleMoments moments = null!; // like them
    private CreditedJourneys journeys = null!; // like them
    private readonly List<JourneyMoment> changed = [];
    private readonly List<JourneyPerson> buyers = [];

    protected override ClientId? ClientOf(SaleStatement statement) => statement.ClientId;

    protected override IEnumerable<(ClientId ClientId, DateOnly Day)> OtherDays => refunds.Days;

    protected override async Task ReadTermsAsync(
        IReadOnlyList<SaleStatement> statements,
        IReadOnlyCollection<Sale> known,
        CancellationToken cancellationToken
    )
    {
        refunds = await KnownRefunds.LoadAsync(Session, [.. known.Select(sale => sale.Id)], cancellationToken);
        terms = await SaleTerms.LoadAsync(Session, statements, cancellationToken);
        moments = await SaleMoments.LoadAsync(Session, statements, cancellationToken);
        IReadOnlyList<ConversionRow> stated = [.. statements.Select(moments.ConversionOf).OfType<ConversionRow>()];
        var around = stated.Select(sale => new JourneyMoment(sale.ClientId, sale.JourneyKey, sale.At));
        journeys = await CreditedJourneys.LoadAsync(
            Session,
            [.. around, .. known.SelectMany(SaleCrediting.MomentsOf)],
            stated,
            replaced: statements.Select(sale => (sale.ClientId, sale.ExternalReference)).ToHashSet(),
            cancellationToken
        );
    }

    protected override IUserError? ErrorFor(Stated<Sale, SaleStatement> stated) => moments.ErrorFor(stated.Statement);

    protected override IUserError? ValueOrError(Stated<Sale, SaleStatement> stated, out FactValue<Sale> value)
    {
        value = new([]);
        var (statement, sale) = (stated.Statement, stated.Known);
        if (sale is not null && refunds.ErrorForShrinking(sale, statement) is { } exceeded)
            return exceeded;
        if (terms.UnitValueOrError(statement, out var unitValue) is { } worthless)
            return worthless;
        var currency = (statement.Revenue ?? unitValue)!.Value.CurrencyCode;
        if (Context.RatesOrError(statement.ClientId, currency, statement.OccurredOn, out var rates) is { } noRate)
            // Without an amount the currency is that of the goal's value: what the caller gave is the day.
            return statement.Revenue is null ? noRate.At("input", "occurredOn") : noRate;

        var attribution = new Attribution(stated.Client.Margin, terms.IsAgencyChannel(statement.ChannelId))
        {
            Journey = journeys.Of(statement.ClientId, statement.ExternalReference),
        };
        var fact = statement.Fact(attribution, unitValue);
        var entries = SaleValuation.Value(fact, rates, Context.FactorsOn(statement.OccurredOn));
        if (RefundsOrError(sale, fact, out var takenBack) is { } noRefundRate)
            return noRefundRate;
        touched.AddRange([(statement.ClientId, statement.ContactReference), (statement.ClientId, sale?.ContactReference)]);
        changed.AddRange(sale is null ? [] : SaleCrediting.MomentsOf(sale));
        buyers.AddRange(sale is null ? [] : [sale.Buyer]);
        value = new(entries) { Note = noted => Note(noted, attribution, fact, rates), Others = () => takenBack.Select(Repost) };
        return null;
    }

    protected override async Task AfterPostingAsync(CancellationToken cancellationToken)
    {
        await SaleCrediting.AfterAsync(Session, changed, Now, cancellationToken);
        await JourneyChanges.NoteAsync(Session, buyers, cancellationToken);
        await DerivedStages.AfterAsync(Session, changed.Select(JourneyPerson.Of), Now, cancellationToken);
        await RevalueStreams.AfterSalesAsync(Session, touched, Now, cancellationToken);
    }

    private void Note(Sale noted, Attribution attribution, SaleFact fact, LedgerRates rates)
    {
        noted.Attribute(attribution, fact, SaleValuation.BookedAmount(fact, rates));
        noted.ConvertAt(moments.Of(noted.Statement));
        changed.AddRange(SaleCrediting.MomentsOf(noted));
        buyers.Add(noted.Buyer);
    }

    private FactPosting Repost(TakenBack takenBack)
    {
        takenBack.Refund.RevalueWithSale(Now);
        takenBack.Refund.Book(takenBack.BookedAmount);
        return takenBack.Refund.Post(takenBack.Entries);
    }

    // A refund takes back by the sale's margin, on its channel and campaign: when these change and it stays, the two no longer meet.
    private IUserError? RefundsOrError(Sale? sale, SaleFact fact, out List<TakenBack> found)
    {
        found = [];
        if (sale is null)
            return null;
        foreach (var refund in refunds.CountedOf(sale.Id))
        {
            var amount = refund.Fact(sale.Currency!); // a sale without an amount has no refunds
            if (Context.RatesOrError(sale.ClientId, amount.Amount.CurrencyCode, refund.OccurredOn, out var rates) is { } noRate)
                return noRate;
            var entries = RefundValuation.Value(amount, fact, rates, Context.FactorsOn(refund.OccurredOn));
            found.Add(new(refund, entries, RefundValuation.BookedAmount(amount, fact, rates)));
        }
        return null;
    }

    private sealed record TakenBack(Refund Refund, IReadOnlyList<ValuedEntry> Entries, decimal BookedAmount);
}
