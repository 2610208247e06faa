using System.Reflection;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>Asks the host's policy before a field is resolved.</summary>
internal sealed class Authorization(
    IReadOnlyList<AuthorizeAttribute> demands,
    Func<IFieldContext, AuthorizeAttribute, ValueTask<bool>> isMet
)
{
    /// <summary>Null when neither the member nor its class demands anything.</summary>
    public static Authorization? Of(MemberInfo member, SchemaOptions options)
    {
        AuthorizeAttribute[] demands = [.. member.DeclaringType!.All<AuthorizeAttribute>(), .. member.All<AuthorizeAttribute>()];
        if (demands.Length == 0)
            return null;
        return new(
            demands,
            options.Authorize ?? throw new BindingException("[Authorize] is used, but the host gives no policy (ModifyOptions, Authorize)")
        );
    }

    public FieldResolver Guard(FieldResolver resolver) =>
        resolver switch
        {
            FieldResolver.Pure pure => new FieldResolver.PerParent(async context =>
            {
                await DemandAsync(context).ConfigureAwait(false);
                return pure.Read(context.Parent!);
            }),
            FieldResolver.PerParent single => new FieldResolver.PerParent(async context =>
            {
                await DemandAsync(context).ConfigureAwait(false);
                return await single.Resolve(context).ConfigureAwait(false);
            }),
            FieldResolver.Batch batch => new FieldResolver.Batch(async context =>
            {
                await DemandAsync(context).ConfigureAwait(false);
                return await batch.Resolve(context).ConfigureAwait(false);
            }),
            FieldResolver.Subscribe subscribe => new FieldResolver.Subscribe(
                async context =>
                {
                    await DemandAsync(context).ConfigureAwait(false);
                    return await subscribe.Open(context).ConfigureAwait(false);
                },
                async context =>
                {
                    await DemandAsync(context).ConfigureAwait(false);
                    return await subscribe.Resolve(context).ConfigureAwait(false);
                }
            ),
            _ => resolver,
        };

    private async ValueTask DemandAsync(IFieldContext context)
    {
        foreach (var demand in demands)
        {
            if (!await isMet(context, demand).ConfigureAwait(false))
                throw new GraphQLException("The current user is not allowed to see or do this.", ErrorCodes.Forbidden);
        }
    }
}
