namespace AgencyRoi.Benchmarks.Sample;

/// <summary>Six scalars.</summary>
public sealed record Account(int Id, string Name, string Industry, string Currency, decimal Budget, bool IsActive)
{
    public static IReadOnlyList<Account> All { get; } =
    [
        .. Enumerable
            .Range(1, 50)
            .Select(id => new Account(id, $"Account {id}", id % 2 == 0 ? "Retail" : "Software", "EUR", 1000.50m * id, id % 3 != 0)),
    ];
}

/// <summary>Three of them belong to each account.</summary>
public sealed record Channel(int Id, int AccountId, string Network, string Handle)
{
    public static IReadOnlyDictionary<int, Channel[]> ByAccount { get; } =
        Account.All.ToDictionary(
            account => account.Id,
            account =>
                new[] { "facebook", "instagram", "linkedin" }
                    .Select((network, i) => new Channel(account.Id * 10 + i, account.Id, network, $"@account{account.Id}"))
                    .ToArray()
        );
}
