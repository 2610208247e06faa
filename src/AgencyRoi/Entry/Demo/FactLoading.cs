using AgencyRoi.Platform.Database;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Audience;
using AgencyRoi.Records.ConsumerBenefits;
using AgencyRoi.Records.Contacts;
using AgencyRoi.Records.Contacts.Profiles;
using AgencyRoi.Records.Contacts.Segments;
using AgencyRoi.Records.Costs;
using AgencyRoi.Records.Experiments;
using AgencyRoi.Records.Forecasts;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Records.Interactions;
using AgencyRoi.Records.Listening;
using AgencyRoi.Records.Outcomes;
using AgencyRoi.Records.Sales;
using AgencyRoi.Records.Subscriptions;
using AgencyRoi.Records.Surveys;
using AgencyRoi.Records.TimeEntries;
using AgencyRoi.Records.Touches;
using AgencyRoi.Records.Traffic;
using AgencyRoi.Records.VolumeMetrics;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Entry.Demo;

/// <summary>Enters a plan's facts by the thousand, as files are, once its channels, campaigns and goals are there.</summary>
internal sealed class FactLoading(ClientPlan plan, LoadedParts parts, DatabaseSession session, DateTimeOffset now)
{
    private const int Batch = 1000;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await StoreFactsAsync(cancellationToken);
        await StoreObservationsAsync(cancellationToken);
    }

    public Task StoreLateAsync(CancellationToken cancellationToken) =>
        StoreAsync(plan.LateCosts, parts.StatementOf, CostRecording.Instance.StoreAsync, cancellationToken);

    private async Task StoreFactsAsync(CancellationToken cancellationToken)
    {
        await StoreAsync(plan.Costs, parts.StatementOf, CostRecording.Instance.StoreAsync, cancellationToken);
        await StoreAsync(plan.Outcomes, parts.StatementOf, OutcomeRecording.Instance.StoreAsync, cancellationToken);
        // Before the sales, so that each of these is credited once.
        await StoreAsync(plan.Touches, touch => touch.In(parts), Touch.Recording.StoreAsync, cancellationToken);
        foreach (var sale in await StoreAsync(plan.Sales, parts.StatementOf, SaleRecording.Instance.StoreAsync, cancellationToken))
            parts.Sales[sale.ExternalReference] = sale.Id;
        await StoreAsync(plan.Refunds, parts.StatementOf, RefundRecording.Instance.StoreAsync, cancellationToken);
        await StoreAsync(plan.Hours, hours => hours(parts), TimeRecording.Instance.StoreAsync, cancellationToken);
        await StoreAsync(
            plan.Subscriptions,
            subscription => subscription.In(parts),
            SubscriptionRecording.Instance.StoreAsync,
            cancellationToken
        );
        await StoreAsync(
            plan.Prices,
            price => price(parts),
            (price, checks) => price.Check(checks),
            TrafficIntake.StoreAsync,
            cancellationToken
        );
        await StoreAsync(plan.Visits, visits => visits(parts), KeywordVisitsRecording.Instance.StoreAsync, cancellationToken);
        await StoreAsync(plan.StreamFacts, fact => fact.In(parts), StreamRecording.Instance.StoreAsync, cancellationToken);
    }

    private async Task StoreObservationsAsync(CancellationToken cancellationToken)
    {
        await StoreAsync(plan.Volume, volume => volume(parts), VolumeMetric.Recording.StoreAsync, cancellationToken);
        await StoreAsync(plan.Interactions, count => count(parts), InteractionCount.Recording.StoreAsync, cancellationToken);
        await StoreAsync(plan.AudienceActivities, activity => activity(parts), AudienceActivity.Recording.StoreAsync, cancellationToken);
        await StoreAsync(plan.ConsumerBenefits, benefit => benefit.In(parts), ConsumerBenefit.Recording.StoreAsync, cancellationToken);
        await StoreAsync(plan.Mentions, mention => mention(parts), Mention.Recording.StoreAsync, cancellationToken);
        await StoreAsync(plan.Ratings, rating => rating(parts), Rating.Recording.StoreAsync, cancellationToken);
        await StoreAsync(plan.SurveyAnswers, answer => answer(parts), SurveyAnswer.Recording.StoreAsync, cancellationToken);
        await StoreAsync(plan.ContactStages, stage => stage.In(parts), ContactStage.Recording.StoreAsync, cancellationToken);
        await StoreAsync(plan.LegalBases, basis => basis.In(parts), ContactLegalBasis.Recording.StoreAsync, cancellationToken);
        await StoreAsync(plan.ContactAttributes, value => value.In(parts), ContactAttribute.Recording.StoreAsync, cancellationToken);
        await StoreAsync(plan.ContactOffers, offer => offer.In(parts), ContactOffer.Recording.StoreAsync, cancellationToken);
        await StoreAsync(plan.MessageResults, result => result.In(parts), MessageResult.Recording.StoreAsync, cancellationToken);
        await StoreAsync(
            [.. plan.Experiments.SelectMany(experiment => experiment.Results)],
            result => result.In(parts),
            ExperimentResult.Recording.StoreAsync,
            cancellationToken
        );
        await MergeAsync(cancellationToken);
        await StoreAsync(plan.Audits, audit => audit.In(parts), AudienceAudit.Recording.StoreAsync, cancellationToken);
        await StoreAsync(
            plan.Forecasts,
            forecast => forecast.In(parts),
            (forecast, checks) => ForecastStatement.Check(checks, forecast),
            ForecastIntake.StoreAsync,
            cancellationToken
        );
    }

    // Somebody who was a visitor first, and then a buyer.
    private async Task MergeAsync(CancellationToken cancellationToken)
    {
        if (plan.Merged is not { } merged)
            return;
        DemoData.Must(
            await ContactMerging.MergeAsync(session, await OfAsync(merged.Into), await OfAsync(merged.From), now, cancellationToken)
        );

        async Task<Guid> OfAsync(string stage) =>
            await session
                .Db.Set<ContactStage>()
                .Where(fact => fact.ClientId == parts.ClientId && fact.ExternalReference == stage)
                .Select(fact => fact.ContactId!.Value)
                .SingleAsync(cancellationToken);
    }

    private Task<IReadOnlyList<TFact>> StoreAsync<TPlanned, TStatement, TFact>(
        IReadOnlyList<TPlanned> planned,
        Func<TPlanned, TStatement> statement,
        FactStore<TStatement, TFact> store,
        CancellationToken cancellationToken
    )
        where TStatement : FactStatement
        where TFact : class => StoreAsync(planned, statement, (stated, checks) => stated.Check(checks), store, cancellationToken);

    private async Task<IReadOnlyList<TFact>> StoreAsync<TPlanned, TStatement, TFact>(
        IReadOnlyList<TPlanned> planned,
        Func<TPlanned, TStatement> statement,
        Action<TStatement, FactChecks> check,
        FactStore<TStatement, TFact> store,
        CancellationToken cancellationToken
    )
        where TFact : class
    {
        var stored = new List<TFact>(planned.Count);
        foreach (var batch in planned.Select(statement).Chunk(Batch))
        {
            foreach (var stated in batch)
            {
                var checks = new FactChecks(now);
                check(stated, checks);
                if (!checks.Passed)
                    throw DemoData.Refused(checks.Errors[0]);
            }
            var results = await store(session, batch, now, cancellationToken);
            stored.AddRange(results.Select(result => result.Fact ?? throw DemoData.Refused(result.Error)));
            // What EF has saved it would look through again at every later save.
            session.Db.ChangeTracker.Clear();
        }
        return stored;
    }
}
