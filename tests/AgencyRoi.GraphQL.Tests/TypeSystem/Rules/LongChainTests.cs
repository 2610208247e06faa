using System.Text;
using AgencyRoi.GraphQL.Tests.Execution;
using AgencyRoi.GraphQL.TypeSystem;
using static AgencyRoi.GraphQL.Tests.Execution.TestServer;

namespace AgencyRoi.GraphQL.Tests.TypeSystem.Rules;

/// <summary>A schema may be as long as it likes: nothing that checks or prepares it needs a stack as deep as its chains.</summary>
public sealed class LongChainTests
{
    private const int Links = 20_000;

    [Theory]
    [InlineData("next: I{0}!")]
    [InlineData("next: I{0} = {{}}")]
    [InlineData("next: [I{0}!]! = [{{}}]")]
    [InlineData("next: I{0} @deprecated")]
    [InlineData("next: I{0} @cost(weight: \"1\")")]
    public async Task A_chain_of_input_objects_is_checked_and_served(string field)
    {
        var server = new TestServer(Chain(field, "x: Int"), new() { ["Query.f"] = Sync(_ => 1) });

        Assert.Equal("""{"data":{"f":1}}""", await server.SendAsync("{ f }"));
    }

    [Fact]
    public void A_circle_of_as_many_is_found()
    {
        var errors = Assert.Throws<SchemaException>(() => SchemaFromSdl.Build(Chain("next: I{0}!", "next: I0!"))).Errors;

        Assert.StartsWith("Cannot reference Input Object \"I0\" within itself", Assert.Single(errors).Message);
    }

    [Fact]
    public void A_circle_of_defaults_of_as_many_is_found()
    {
        var errors = Assert.Throws<SchemaException>(() => SchemaFromSdl.Build(Chain("next: I{0} = {{}}", "next: I0 = {}"))).Errors;

        Assert.StartsWith("Invalid circular reference. The default value of Input Object field I0.next", Assert.Single(errors).Message);
    }

    /// <summary>What a caller can send is short: its longest chain is walked with a sixth of a thread's usual stack.</summary>
    [Theory]
    [InlineData(40, """{"data":{"f":1}}""")]
    [InlineData(248, "TOO_MANY_FRAGMENT_VISITS")]
    public void A_chain_of_fragments_as_long_as_a_document_may_be_fits_a_small_stack(int links, string expected)
    {
        var fragments = Enumerable.Range(0, links).Select(i => $"fragment f{i} on Query {{ {(i == links - 1 ? "f" : $"...f{i + 1}")} }}");
        var server = new TestServer("type Query { f: Int old: Int @deprecated }", new() { ["Query.f"] = Sync(_ => 1) });
        var answer = "";

        var thread = new Thread(
            () => answer = server.SendAsync("{ ...f0 } " + string.Join(' ', fragments)).GetAwaiter().GetResult(),
            maxStackSize: 256 * 1024
        );
        thread.Start();
        thread.Join();

        Assert.Contains(expected, answer);
    }

    private static string Chain(string field, string last)
    {
        var sdl = new StringBuilder("directive @cost(weight: String!) on INPUT_FIELD_DEFINITION\ntype Query { f(i: [I0!]): Int }\n");
        for (var i = 0; i < Links; i++)
            sdl.Append($"input I{i} {{ {(i == Links - 1 ? last : string.Format(null, field, i + 1))} }}\n");
        return sdl.ToString();
    }
}
