using System.Reflection;
using AgencyRoi.Access;
using AgencyRoi.Access.Members;
using AgencyRoi.Access.RateLimiting;
using AgencyRoi.Access.Tokens;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.JourneySums;
using AgencyRoi.Reports.Attribution;
using AgencyRoi.Reports.AttributionRuns;
using AgencyRoi.Reports.LedgerChanges;
using AgencyRoi.Reports.Periods;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Entry.Api;

/// <summary>The two schemas of the product, made from the same modules: the staff's has everything, the portal's only what is marked for it.</summary>
internal static class ProductSchema
{
    private const string StaffDescription = "Return on investment of a marketing agency's clients: for agency staff and integrators.";
    private const string PortalDescription = "What an agency shows to its client's own people.";

    /// <summary>Types that resolvers get from the operation's services; everything else is an argument.</summary>
    private static readonly HashSet<Type> Services =
    [
        typeof(OperationDatabase),
        typeof(JourneyKeeper),
        typeof(AttributionSettings),
        typeof(AttributionRunner),
        typeof(Viewer),
        typeof(TimeProvider),
        typeof(CallerEnds),
        typeof(MemberChanges),
        typeof(ApiTokenStore),
        typeof(Revocation),
        typeof(Revaluations),
        typeof(IFollowsMargin),
        typeof(RequestBudget),
        typeof(ServiceLimits),
        typeof(NetworkCatalogue),
        typeof(LedgerVersions),
    ];

    public static Schema ForStaff(IEnumerable<ProductModule> modules) => Build(modules, StaffDescription, IsForStaff);

    public static Schema ForPortal(IEnumerable<ProductModule> modules) => Build(modules, PortalDescription, IsForPortal);

    private static Schema Build(IEnumerable<ProductModule> modules, string description, Func<MemberInfo, bool> includes)
    {
        var builder = new RequestExecutorBuilder()
            .AddFiltering()
            .AddSorting()
            .AddMutationConventions()
            .AddGlobalObjectIdentification()
            .AddErrorInterfaceType<IUserError>()
            .ModifyOptions(options =>
            {
                options.Description = description;
                options.IncludeMember = includes;
                options.IsService = Services.Contains;
                options.Authorize = static (context, asked) =>
                    ValueTask.FromResult(Policies.IsMet(context.Services.GetRequiredService<Viewer>(), asked));
            });
        foreach (var module in modules)
            builder.AddTypes(module.GraphQLTypes);
        return builder.BuildSchema();
    }

    private static bool IsForStaff(MemberInfo member) => member.GetCustomAttribute<PortalOnlyAttribute>() is null;

    // Classes of resolvers and types come in with their members; enum values and the engine's own types are as wide as what uses them.
    private static bool IsForPortal(MemberInfo member) =>
        member switch
        {
            Type type => type.GetCustomAttribute<MutationTypeAttribute>() is null,
            FieldInfo => true,
            _ => member.Module.Assembly != typeof(ProductSchema).Assembly || IsMarked(member) || IsMarked(member.DeclaringType!),
        };

    private static bool IsMarked(MemberInfo member) => member.GetCustomAttribute<PortalAttribute>() is not null;
}
