using System.Text;
using System.Text.Json;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>A limit, a request at it, which may be answered with anything but its name, and a request one past it, which is refused.</summary>
/// <param name="What">What is limited, and to how much.</param>
/// <param name="Name"><c>extensions.limit</c>.</param>
/// <param name="AtLimit">A body.</param>
/// <param name="OnePast">A body.</param>
public sealed record LimitCase(string What, string Name, string AtLimit, string OnePast)
{
    public string Code { get; init; } = "LIMIT_EXCEEDED";

    /// <summary>Whether a field is refused while the others are answered: then the operation has begun and its transaction is open.</summary>
    public bool IsOfField { get; init; }

    private const int MostBytes = 1024 * 1024;
    private const string Ids = "query($v: [ID!]!) { nodes(ids: $v) { id } }";
    private const string Ordered = "query($v: [ClientSortInput!]) { clients(first: 1, order: $v) { nodes { id } } }";
    private const string Inside = "query($v: ClientFilterInput!) { clients(first: 1, where: { and: [{ or: [$v] }] }) { nodes { id } } }";
    private const string Text = "query($v: String) { clients(first: 1, where: { name: { eq: $v } }) { nodes { id } } }";

    public static IReadOnlyList<LimitCase> All { get; } =
    [
        new("body of 1 MiB", "BODY_TOO_LARGE", Sized(MostBytes), Sized(MostBytes + 1)),
        new("document of 15,000 bytes", "DOCUMENT_TOO_LONG", Ask(Padded(15_000)), Ask(Padded(15_001))),
        new("2,000 tokens", "TOO_MANY_TOKENS", Ask(Tokens(0)), Ask(Tokens(1))),
        new("60 nested parts", "NESTED_TOO_DEEP", Ask(Nested(59)), Ask(Nested(60))),
        new("10 levels", "TOO_DEEP", Ask(Levels(5)), Ask(Levels(6))),
        new(
            "20 root fields",
            "TOO_MANY_ROOT_FIELDS",
            Ask($"{{ {Many(20, i => $"a{i}: __typename")} }}"),
            Ask($"{{ {Many(21, i => $"a{i}: __typename")} }}")
        ),
        new("5 fields of a mutation", "TOO_MANY_ROOT_FIELDS", Ask(Mutation(5)), Ask(Mutation(6))),
        new("30 aliases", "TOO_MANY_ALIASES", Ask(OfViewer(30, i => $"a{i}: role")), Ask(OfViewer(31, i => $"a{i}: role"))),
        new("30 selections merged", "TOO_MANY_FIELD_REPEATS", Ask(OfViewer(30, _ => "role")), Ask(OfViewer(31, _ => "role"))),
        new("4 directives at a place", "TOO_MANY_DIRECTIVES", Ask(OneField(4)), Ask(OneField(5))),
        new("50 directives", "TOO_MANY_DIRECTIVES", Ask(Conditions(25)), Ask(Conditions(25, "@skip(if: false)"))),
        new("1,000 fragment visits", "TOO_MANY_FRAGMENT_VISITS", Ask(Chain(50)), Ask(Chain(50, "...f49"))),
        new(
            "list of 250 items",
            "LIST_TOO_LONG",
            Ask($"{{ nodes(ids: [{Items(250)}]) {{ id }} }}"),
            Ask($"{{ nodes(ids: [{Items(251)}]) {{ id }} }}")
        ),
        new("list of 250 items in a variable", "LIST_TOO_LONG", Ask(Ids, $"[{Items(250)}]"), Ask(Ids, $"[{Items(251)}]")),
        new("100 comparisons", "TOO_MANY_TERMS", Ask(Compare(50, 50)), Ask(Compare(50, 51))),
        new("100 comparisons in variables", "TOO_MANY_TERMS", Ask(FilteredTwice(0), Or(50)), Ask(FilteredTwice(1), Or(50))),
        new("100 comparisons by default", "TOO_MANY_TERMS", AskOnly(ByDefault(100)), AskOnly(ByDefault(101))),
        new("100 keys of an order", "TOO_MANY_TERMS", Ask(Ordered, Keys(100)), Ask(Ordered, Keys(101))),
        new("groups 8 deep", "TERMS_NESTED_TOO_DEEP", Ask(Filtered(Groups(8))), Ask(Filtered(Groups(9)))),
        new("groups 8 deep in a variable", "TERMS_NESTED_TOO_DEEP", Ask(Inside, GroupsOfJson(6)), Ask(Inside, GroupsOfJson(7))),
        new("1,000 values", "TOO_MANY_VALUES", Ask(Values(200)), Ask(Values(201))),
        new("1,000 values in variables", "TOO_MANY_VALUES", Ask(Lists("", 0), $"[{Items(250)}]"), Ask(Lists("", 1), $"[{Items(250)}]")),
        new("1,000 values by default", "TOO_MANY_VALUES", AskOnly(Lists($" = [{Items(250)}]", 0)), AskOnly(Lists($" = [{Items(250)}]", 1))),
        new("string of 10,000 characters", "STRING_TOO_LONG", Ask(Search(10_000)), Ask(Search(10_001))),
        new("string of 10,000 characters in a variable", "STRING_TOO_LONG", Ask(Text, Quoted(10_000)), Ask(Text, Quoted(10_001))),
        new(
            "1 introspection",
            "TOO_MANY_INTROSPECTION_FIELDS",
            Ask("{ __schema { description } }"),
            Ask("{ a: __schema { description } __schema { description } }")
        ),
        new("16 times ofType", "INTROSPECTION_TOO_DEEP", Ask(OfTypes(16)), Ask(OfTypes(17))),
        new("cost of 10,000", "COST_TOO_HIGH", Ask(Costing(97, 68)), Ask(Costing(97, 69))),
        new("one operation in a request", "BATCHING", Ask("{ __typename }"), $"[{Ask("{ __typename }")}]") { Code = "BAD_REQUEST" },
        new(
            "page of 100",
            "PAGE_TOO_LARGE",
            Ask("{ clients(first: 100) { nodes { id } } }"),
            Ask("{ clients(first: 101) { nodes { id } } }")
        )
        {
            Code = "BAD_INPUT",
            IsOfField = true,
        },
        new(
            "100 ids",
            "PAGE_TOO_LARGE",
            Ask($"{{ nodes(ids: [{Items(100)}]) {{ id }} }}"),
            Ask($"{{ nodes(ids: [{Items(101)}]) {{ id }} }}")
        )
        {
            Code = "BAD_INPUT",
            IsOfField = true,
        },
    ];

    public static string Ask(string document, string variable = "null") =>
        $$"""{"query":{{JsonSerializer.Serialize(document)}},"variables":{"v":{{variable}} } }""";

    private static string AskOnly(string document) => $$"""{"query":{{JsonSerializer.Serialize(document)}}}""";

    private static string Sized(int bytes)
    {
        const string body = """{"query":"{ __typename }"}""";
        return body + new string(' ', bytes - Encoding.UTF8.GetByteCount(body));
    }

    private static string Padded(int bytes) => "{ __typename }".PadRight(bytes, ',');

    // 11 tokens, 48 ids, 30 times id and 10 times __typename for each of 20 fields, two braces around and 18 times __typename beside them are 2,000.
    private static string Tokens(int more) =>
        $"{{ {Many(20, i => $"a{i}: nodes(ids: [{Items(48)}]) {{ {Many(30, _ => "id")} {Many(10 + (i == 0 ? 18 + more : 0), _ => "__typename")} }}")} }}";

    // The operation's own braces are a level.
    private static string Nested(int lists) => $"{{ nodes(ids: {new string('[', lists)}{new string(']', lists)}) {{ id }} }}";

    private static string Levels(int parents) =>
        $"{{ clients {{ nodes {{ campaigns {{ nodes {{ {string.Concat(Enumerable.Repeat("parent { ", parents))} name {new string('}', parents)} }} }} }} }} }}";

    private static string Mutation(int fields) =>
        $"mutation {{ {Many(fields, i => $"a{i}: archiveClient(input: {{ id: \"x\", version: 1 }}) {{ client {{ id }} }}")} }}";

    private static string OfViewer(int count, Func<int, string> each) => $"{{ viewer {{ {Many(count, each)} }} }}";

    private static string OneField(int directives) => $"{{ viewer {{ role {Many(directives, _ => "@include(if: true)")} }} }}";

    private static string Conditions(int places, string more = "") =>
        $"{{ viewer {{ {Many(places, _ => "... @include(if: true) @skip(if: false) { role }")} currency {more} }} }}";

    private static string Chain(int fragments, string more = "") =>
        $"{{ {Many(20, i => $"a{i}: viewer {{ ...f0 {(i == 0 ? more : "")} }}")} }} "
        + Many(fragments, i => $"fragment f{i} on Viewer {{ {(i == fragments - 1 ? "role" : $"...f{i + 1}")} }}");

    private static string Search(int length) =>
        $"{{ clients(first: 1, where: {{ name: {{ eq: \"{new string('x', length)}\" }} }}) {{ nodes {{ id }} }} }}";

    private static string Filtered(string where) => $"{{ {Clients("a", where)} }}";

    private static string Clients(string alias, string where) => $"{alias}: clients(first: 1, where: {where}) {{ nodes {{ id }} }}";

    private static string Compare(int one, int other) =>
        $"{{ {Clients("a", Comparisons("or", one))} {Clients("b", Comparisons("and", other))} }}";

    private static string FilteredTwice(int more) =>
        $"query($v: ClientFilterInput) {{ {Clients("a", "$v")} {Clients("b", "$v")} {Clients("c", Comparisons("and", more))} }}";

    private static string ByDefault(int comparisons) =>
        $"query($v: ClientFilterInput = {Comparisons("or", comparisons)}) {{ {Clients("a", "$v")} }}";

    private static string Comparisons(string join, int count) => $"{{ {join}: [{Many(count, _ => "{ name: { eq: \"x\" } }")}] }}";

    private static string Or(int count) => JsonSerializer.Serialize(new { or = Enumerable.Repeat(new { name = new { eq = "x" } }, count) });

    private static string Keys(int count) => JsonSerializer.Serialize(Enumerable.Repeat(new { name = "ASC" }, count));

    private static string Groups(int count) => Nest(count, "{ and: [", "{ name: { eq: \"x\" } }", "] }");

    private static string GroupsOfJson(int count) => Nest(count, "{\"and\":[", "{\"name\":{\"eq\":\"x\"}}", "]}");

    private static string Nest(int count, string open, string inside, string close) =>
        string.Concat(Enumerable.Repeat(open, count)) + inside + string.Concat(Enumerable.Repeat(close, count));

    private static string Values(int ofTheLast) =>
        $"{{ {Many(5, i => Clients($"a{i}", $"{{ name: {{ in: [{Items(i == 4 ? ofTheLast : 200)}] }} }}"))} }}";

    private static string Lists(string byDefault, int more) =>
        $"query($v: [String]{byDefault}) {{ {Many(4, i => Clients($"a{i}", "{ name: { in: $v } }"))} {Clients("b", $"{{ name: {{ in: [{Items(more)}] }} }}")} }}";

    private static string OfTypes(int count) =>
        $"{{ __type(name: \"Client\") {{ {string.Concat(Enumerable.Repeat("ofType { ", count))} name {new string('}', count)} }} }}";

    // 10 for the load, 1 for the connection, 100 clients; 10 for the campaigns, 100 times a connection and its campaigns; and 11 + the others.
    private static string Costing(int campaigns, int others) =>
        $"{{ clients(first: 100) {{ nodes {{ campaigns(first: {campaigns}) {{ nodes {{ id }} }} }} }} b: clients(first: {others}) {{ nodes {{ id }} }} }}";

    private static string Items(int count) => string.Join(',', Enumerable.Repeat("\"x\"", count));

    private static string Quoted(int length) => $"\"{new string('x', length)}\"";

    private static string Many(int count, Func<int, string> each) => string.Join(' ', Enumerable.Range(0, count).Select(each));
}
