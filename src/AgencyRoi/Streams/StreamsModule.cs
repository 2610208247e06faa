using AgencyRoi.Intake;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Streams;

internal sealed class StreamsModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(StreamFactFields),
        typeof(StreamFactsOfClient),
        typeof(OverlapsOfClient),
        typeof(Appearance),
        typeof(RecordAppearance),
        typeof(RetentionComparison),
        typeof(RecordRetention),
        typeof(ReferredCustomer),
        typeof(RecordReferral),
        typeof(ReputationChange),
        typeof(RecordReputationChange),
        typeof(PublicCase),
        typeof(RecordCareCase),
        typeof(Backlink),
        typeof(RecordBacklink),
        typeof(AssistedOrder),
        typeof(RecordIndirectSale),
        typeof(DeflectedContacts),
        typeof(RecordDeflection),
        typeof(Learning),
        typeof(RecordLearning),
        typeof(Insight),
        typeof(RecordInsight),
        typeof(AdEfficiency),
        typeof(RecordAdEfficiency),
        typeof(RetractStreamFact),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration settings) =>
        services.AddSingleton<IRevaluation, StreamRevaluation>();

    public override void Map(ModelBuilder model) => StreamFact.Map(model);
}
