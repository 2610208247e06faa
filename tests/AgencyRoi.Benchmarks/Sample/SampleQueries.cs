using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.DataLoading;

namespace AgencyRoi.Benchmarks.Sample;

[QueryType]
public static class SampleQueries
{
    public static string GetHello() => "Hello, world";

    public static IReadOnlyList<Account> GetAccounts() => Account.All;
}

[ObjectType<Account>]
public static class AccountFields
{
    public static Task<Channel[]?> GetChannelsAsync(
        [Parent] Account account,
        ChannelsOfAccount channels,
        CancellationToken cancellationToken
    ) => channels.LoadAsync(account.Id, cancellationToken);
}

public sealed class ChannelsOfAccount(IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<int, Channel[]>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<int, Channel[]>> LoadBatchAsync(
        IReadOnlyList<int> keys,
        CancellationToken cancellationToken
    ) => Task.FromResult(Channel.ByAccount);
}
