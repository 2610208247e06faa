using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Notices;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access.Members;

internal sealed class MembersModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(MemberQueries),
        typeof(InvitationFields),
        typeof(MakerOfToken),
        typeof(InviteMember),
        typeof(RevokeInvitation),
        typeof(UpdateMember),
        typeof(RemoveMember),
    ];

    public void Map(ModelBuilder model)
    {
        Member.Map(model);
        Invitation.Map(model);
    }

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<MemberUse>();
        services.AddHostedService(provider => provider.GetRequiredService<MemberUse>());
        services.AddSingleton<MemberStore>();
        services.AddScoped<MemberChanges>();
        services.AddSingleton<InvitationAcceptance>();
        services.AddSingleton<ICallerEnd, MemberEnd>();
        services.AddSingleton<IMadeByTokens, InvitationsByTokens>();
        services.AddSingleton<NoticeChannel, ChangedMembers>();
    }
}
