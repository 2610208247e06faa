using AgencyRoi.Access;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Tests.Access.Tokens;

public sealed class ApiTokensTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);
    private static readonly Guid First = Guid.NewGuid();
    private static readonly Guid Second = Guid.NewGuid();

    [Fact]
    public void Only_an_owner_gives_out_tokens()
    {
        var wanted = new NewApiToken(AccessRole.Analyst, ClientGrant.All, "new");

        Assert.Null(ApiTokens.WhyNot(As(AccessRole.Owner), wanted, Now));
        Assert.Equal(ApiTokenRefusal.OwnerOnly, ApiTokens.WhyNot(As(AccessRole.Analyst), wanted, Now));
        Assert.Equal(ApiTokenRefusal.OwnerOnly, ApiTokens.WhyNot(As(AccessRole.Portal, First), wanted, Now));
    }

    [Fact]
    public void Nobody_gives_out_more_than_they_hold()
    {
        var owner = As(AccessRole.Owner, First);

        Assert.Null(
            ApiTokens.WhyNot(owner, new(AccessRole.Analyst, ClientGrant.Of([new ClientId(First)], groups: null), "own client"), Now)
        );
        Assert.Equal(ApiTokenRefusal.ClientsOutOfReach, Refusal(ClientScope.Only(new ClientId(First), new ClientId(Second))));
        Assert.Equal(ApiTokenRefusal.ClientsOutOfReach, Refusal(ClientScope.All));

        ApiTokenRefusal? Refusal(ClientScope clients) => ApiTokens.WhyNot(owner, new(AccessRole.Analyst, new(clients, []), "wider"), Now);
    }

    [Theory]
    [InlineData(59, null)]
    [InlineData(60, null)]
    [InlineData(61, nameof(ApiTokenRefusal.ExpiryOutOfReach))]
    [InlineData(null, nameof(ApiTokenRefusal.ExpiryOutOfReach))]
    public void Nor_for_longer_than_they_hold_it(int? seconds, string? refusal)
    {
        var owner = As(AccessRole.Owner) with { ExpiresAt = Now.AddSeconds(60) };
        var wanted = new NewApiToken(AccessRole.Analyst, ClientGrant.All, "new", seconds is { } s ? Now.AddSeconds(s) : null);

        Assert.Equal(refusal, ApiTokens.WhyNot(owner, wanted, Now)?.ToString());
        Assert.Null(ApiTokens.WhyNot(As(AccessRole.Owner), wanted, Now));
    }

    [Fact]
    public void Without_an_end_it_takes_over_the_makers()
    {
        var endless = new NewApiToken(AccessRole.Analyst, ClientGrant.All, "new");
        var ending = endless with { ExpiresAt = Now.AddSeconds(10) };
        var owner = As(AccessRole.Owner) with { ExpiresAt = Now.AddSeconds(60) };

        Assert.Equal(Now.AddSeconds(60), endless.WithEndOf(owner).ExpiresAt);
        Assert.Equal(Now.AddSeconds(10), ending.WithEndOf(owner).ExpiresAt);
        Assert.Null(endless.WithEndOf(As(AccessRole.Owner)).ExpiresAt);
    }

    [Fact]
    public void A_portal_is_for_named_clients()
    {
        var refusal = ApiTokens.WhyNot(As(AccessRole.Owner), new(AccessRole.Portal, ClientGrant.All, "portal"), Now);

        Assert.Equal(ApiTokenRefusal.ClientsMissing, refusal);
        Assert.Throws<ArgumentException>(() => ClientScope.Only());
    }

    [Theory]
    [InlineData("", 60, nameof(ApiTokenRefusal.LabelInvalid))]
    [InlineData("  ", 60, nameof(ApiTokenRefusal.LabelInvalid))]
    [InlineData("late", 0, nameof(ApiTokenRefusal.ExpiryPassed))]
    [InlineData("late", -1, nameof(ApiTokenRefusal.ExpiryPassed))]
    public void A_token_has_a_label_and_a_future(string label, int secondsLeft, string refusal) =>
        Assert.Equal(
            Enum.Parse<ApiTokenRefusal>(refusal),
            ApiTokens.WhyNot(As(AccessRole.Owner), new(AccessRole.Analyst, ClientGrant.All, label, Now.AddSeconds(secondsLeft)), Now)
        );

    private static Viewer As(AccessRole role, params Guid[] clients) =>
        new(
            Caller.Token(Guid.NewGuid()),
            new TenantInfo(new(Guid.NewGuid()), "alpha", "Alpha", "USD", "UTC"),
            role,
            clients.Length == 0 ? ClientScope.All : ClientScope.Only(clients.Select(ClientId.Of))
        );
}
