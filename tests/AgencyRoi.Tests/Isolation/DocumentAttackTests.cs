using System.Net;
using System.Net.Http.Json;

namespace AgencyRoi.Tests.Isolation;

/// <summary>Documents made to be dear: each is refused from its text alone, in the schema of staff and in that of a portal.</summary>
[Collection(IsolationCollection.Name)]
public sealed class DocumentAttackTests(IsolationWorld world)
{
    private const string Limit = "LIMIT_EXCEEDED";
    private const string Invalid = "VALIDATION_ERROR";

    private static readonly Dictionary<string, (string Document, string Code)> Attacks = new()
    {
        ["twelve levels"] = (Nested(4), Limit),
        ["the same of fragments"] = (NestedFragments(6), Limit),
        ["101 aliases"] = ($"{{ {Many(101, i => $"a{i}: viewer {{ role }}")} }}", Limit),
        ["31 aliases below"] = ($"{{ viewer {{ {Many(31, i => $"a{i}: role")} }} }}", Limit),
        ["ten unknown directives"] = ($"{{ __typename {Many(10, _ => "@aa")} }}", Limit),
        ["1,000 directives"] = ($"{{ __typename {Many(1000, _ => "@skip(if: false)")} }}", Limit),
        ["51 directives"] = ($"{{ viewer {{ {Many(51, i => $"... @include(if: true) {{ role }}")} }} }}", Limit),
        ["a circle of fragments"] = (
            "fragment a on Client { ...b } fragment b on Client { ...a } { clients(first: 1) { nodes { ...a } } }",
            Invalid
        ),
        ["500 times a field"] = ($"{{ viewer {{ {Many(500, _ => "role")} }} }}", Limit),
        ["3,000 times with other parts"] = ($"{{ {Many(3000, i => i % 2 == 0 ? "viewer { role }" : "viewer { currency }")} }}", Limit),
        ["fragments that double"] = (Doubling(16), Limit),
        ["20,000 commas"] = ($"{{ __typename {new string(',', 20_000)} }}", Limit),
        ["20,000 comments"] = ($"{{ __typename {string.Concat(Enumerable.Repeat("#\n", 20_000))} }}", Limit),
        ["a long block string"] = ($"{{ node(id: \"\"\"{new string('x', 100_000)}\"\"\") {{ id }} }}", Limit),
        ["a long string"] = ($"{{ node(id: \"{new string('x', 10_001)}\") {{ id }} }}", Limit),
        ["lists 10,000 deep"] = ($"{{ nodes(ids: {new string('[', 10_000)}{new string(']', 10_000)}) {{ id }} }}", Limit),
        ["lists 100 deep"] = ($"{{ nodes(ids: {new string('[', 100)}{new string(']', 100)}) {{ id }} }}", Limit),
        ["251 ids"] = ($"{{ nodes(ids: [{Many(251, _ => "\"x\"")}]) {{ id }} }}", Limit),
        ["5,000 operations"] = (Many(5000, i => $"query q{i} {{ __typename }}"), Limit),
        ["10,000 unknown variables"] = ($"{{ nodes(ids: [{Many(10_000, i => $"$v{i}")}]) {{ id }} }}", Limit),
        ["200 unknown variables"] = ($"{{ nodes(ids: [{Many(200, i => $"$v{i}")}]) {{ id }} }}", Invalid),
        ["200 unused fragments"] = ($"{{ __typename }} {Many(200, i => $"fragment f{i} on Client {{ id }}")}", Invalid),
        ["@defer and @stream"] = ("{ ... @defer { viewer { role } } clients { nodes @stream { id } } }", Invalid),
        ["21 root fields"] = ($"{{ {Many(21, i => $"a{i}: __typename")} }}", Limit),
        ["a million objects"] = (
            "{ clients(first: 100) { nodes { campaigns(first: 100) { nodes { client { campaigns(first: 100) { nodes { id } } } } } } } }",
            Limit
        ),
        ["the same of fragments and aliases"] = (
            "{ a: clients(first: 100) { ...A } b: clients(first: 100) { ...A } } fragment A on ClientsConnection { nodes { campaigns(first: 100) { nodes { client { campaigns(first: 100) { nodes { id } } } } } } }",
            Limit
        ),
        ["introspection without end"] = (Introspection(20), Limit),
        ["introspection in circles"] = (
            "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }",
            Invalid
        ),
        ["two introspections"] = ("{ __schema { types { name } } b: __schema { types { name } } }", Limit),
    };

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_document_beyond_measure_is_refused_before_it_is_run(string name)
    {
        var (document, code) = Attacks[name];
        foreach (var http in new[] { world.Owner.Http, world.PortalViewer.Http })
        {
            await http.GetAsync("/graphql?query={__typename}", TestContext.Current.CancellationToken);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = JsonContent.Create(new { query = document }),
            };
            await world.ExpectAsync(name, http, request, HttpStatusCode.OK, code);
        }
    }

    private static string Many(int count, Func<int, string> each) => string.Join(' ', Enumerable.Range(0, count).Select(each));

    private static string Nested(int turns) =>
        $"{{ clients {{ nodes {{ {string.Concat(Enumerable.Repeat("campaigns { nodes { client { ", turns))} id "
        + $"{new string('}', turns * 3)} }} }} }}";

    private static string NestedFragments(int turns) =>
        $"{{ clients {{ nodes {{ ...f0 }} }} }} fragment f{turns} on Client {{ id }} "
        + Many(turns, i => $"fragment f{i} on Client {{ campaigns {{ nodes {{ client {{ ...f{i + 1} }} }} }} }}");

    private static string Doubling(int turns) =>
        $"{{ clients {{ nodes {{ ...f0 }} }} }} fragment f{turns} on Client {{ id }} "
        + Many(turns, i => $"fragment f{i} on Client {{ ...f{i + 1} ...f{i + 1} }}");

    private static string Introspection(int turns) =>
        $"{{ __schema {{ types {{ fields {{ type {{ {string.Concat(Enumerable.Repeat("ofType { ", turns))} name "
        + $"{new string('}', turns)} }} }} }} }} }}";
}
