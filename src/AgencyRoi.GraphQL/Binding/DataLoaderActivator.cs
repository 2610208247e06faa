using System.Linq.Expressions;
using AgencyRoi.GraphQL.DataLoading;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>
/// Makes a data loader by its one public constructor: the scheduler and the options come from the operation, everything else from its services.
/// A loader is therefore not registered as a service, and lives as long as its operation.
/// </summary>
internal static class DataLoaderActivator<TLoader>
    where TLoader : class, IDataLoader
{
    private static readonly Func<IServiceProvider, IBatchScheduler, DataLoaderOptions, TLoader> Create = Compile();

    public static TLoader Of(IFieldContext context) => context.DataLoaders.Get(context.Services, Create);

    private static Func<IServiceProvider, IBatchScheduler, DataLoaderOptions, TLoader> Compile()
    {
        var services = Expression.Parameter(typeof(IServiceProvider));
        var scheduler = Expression.Parameter(typeof(IBatchScheduler));
        var options = Expression.Parameter(typeof(DataLoaderOptions));
        if (typeof(TLoader).GetConstructors() is not [var constructor])
            throw new BindingException($"the data loader {typeof(TLoader)} has one public constructor");
        var arguments = constructor
            .GetParameters()
            .Select(parameter =>
                parameter.ParameterType == typeof(IBatchScheduler) ? scheduler
                : parameter.ParameterType == typeof(DataLoaderOptions) ? options
                : (Expression)Expression.Call(typeof(DataLoaderActivator<TLoader>), nameof(Service), [parameter.ParameterType], services)
            );
        return Expression
            .Lambda<Func<IServiceProvider, IBatchScheduler, DataLoaderOptions, TLoader>>(
                Expression.New(constructor, arguments),
                services,
                scheduler,
                options
            )
            .Compile();
    }

    private static T Service<T>(IServiceProvider services) =>
        services.GetService(typeof(T)) is T service
            ? service
            : throw new InvalidOperationException($"{typeof(TLoader)} needs the service {typeof(T)}, which is not registered.");
}
