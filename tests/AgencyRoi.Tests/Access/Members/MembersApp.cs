using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AgencyRoi.Tests.Access.AccessTokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace AgencyRoi.Tests.Access.Members;

/// <summary>The product with an identity provider beside it, and people who sign in there.</summary>
public class MembersApp(PostgresFixture postgres) : AgencyApp(postgres)
{
    // Making a key takes longer than a test.
    private static readonly ProviderKey Key = ProviderKey.Rsa("the provider's");
    private static int people;

    internal TinyProvider Provider { get; private set; } = null!; // xunit initialises a fixture before any test sees it
    internal LogCapture Log { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        Provider = await TinyProvider.StartAsync(Key.Jwk());
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody new at the provider.</summary>
    internal static string NewSubject(string name = "somebody") => $"{name}-{Interlocked.Increment(ref people)}";

    internal static string EmailOf(string subject) => $"{subject}@mail.example";

    /// <summary>An access token of ten minutes that tells the person's address as verified.</summary>
    internal string SignIn(string subject) => Token(subject).Signed(Key);

    internal static string Signed(Forge token) => token.Signed(Key);

    internal Forge Token(string subject) => BareToken(subject).With("email", EmailOf(subject)).With("email_verified", true);

    internal Forge BareToken(string subject) => Forge.AccessToken(Provider.Issuer, Clock.GetUtcNow(), Key.Id).With("sub", subject);

    internal Forge IdToken(string subject) =>
        Forge.IdToken(Provider.Issuer, Clock.GetUtcNow(), Key.Id).With("sub", subject).With("email", EmailOf(subject));

    /// <summary>The secret of a new invitation.</summary>
    internal async Task<string> InviteAsync(TestAgency agency, string email, string role = "ANALYST", params string[] clientIds) =>
        (await this.DoAsync(agency.OwnerToken, "members/InviteMember", Invitation(email, role, clientIds))).Text("secret");

    internal static object Invitation(string email, string role = "ANALYST", params string[] clientIds) =>
        new
        {
            email,
            role,
            clientIds = clientIds.Length == 0 ? null : clientIds,
        };

    /// <summary>The answer to whoever takes an invitation up, without the request's id.</summary>
    internal async Task<(HttpStatusCode Status, string Body)> AcceptAsync(
        string accessToken,
        string invitation,
        string? idToken = null,
        Uri? address = null
    )
    {
        using var caller = As(accessToken);
        using var answer = await caller.PostAsJsonAsync(
            new Uri(address ?? Address, "/sign-in/invitations/accept"),
            new { invitation, idToken },
            TestContext.Current.CancellationToken
        );
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, Isolation.RequestIds.Without(body));
    }

    /// <summary>Somebody who is a member from now on; the same person when the subject is given.</summary>
    internal async Task<SignedInMember> MemberAsync(
        TestAgency agency,
        string role = "ANALYST",
        string? subject = null,
        params string[] clientIds
    )
    {
        var person = subject ?? NewSubject();
        var secret = await InviteAsync(agency, EmailOf(person), role, clientIds);
        var (status, body) = await AcceptAsync(SignIn(person), secret);
        Assert.True(status == HttpStatusCode.OK, body);
        var list = await this.AskAsync(
            agency.OwnerToken,
            "query($email: String) { members(where: { email: { eq: $email }, removedAt: { eq: null } }) { nodes { id version } } }",
            new { email = EmailOf(person) }
        );
        var member = list.GetProperty("data").GetProperty("members").GetProperty("nodes")[0];
        return new(person, member.Text("id"), member.GetProperty("version").GetInt64(), SignIn(person), agency);
    }

    /// <summary>The status of an answer, and its body without the request's id.</summary>
    internal async Task<(HttpStatusCode Status, string Body)> AskAsAsync(
        string credential,
        string? agency = null,
        string query = "{ viewer { role agency { slug } } }",
        object? variables = null,
        Uri? address = null
    )
    {
        using var caller = As(null);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address ?? Address, "/graphql"))
        {
            Content = JsonContent.Create(new { query, variables }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        if (agency is not null)
            request.Headers.Add("Agency", agency);
        using var answer = await caller.SendAsync(request, TestContext.Current.CancellationToken);
        return (
            answer.StatusCode,
            Isolation.RequestIds.Without(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
        );
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Configuration["Auth:Authority"] = Provider.Issuer;
        builder.Configuration["Auth:Audience"] = Forge.Audience;
        builder.Configuration["Auth:ClientIds:0"] = "spa";
        builder.Configuration["SignIn:FailuresPerAddress"] = "0";
        builder.Logging.AddProvider(Log);
    }
}

/// <param name="Id">Of the member.</param>
/// <param name="Token">An access token.</param>
internal sealed record SignedInMember(string Subject, string Id, long Version, string Token, TestAgency Agency)
{
    public Guid Key => Isolation.IsolationWorld.KeyOf(Id);
}
