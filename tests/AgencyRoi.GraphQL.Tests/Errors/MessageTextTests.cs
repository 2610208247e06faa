using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.Tests.Errors;

public sealed class MessageTextTests
{
    private const string Forty = "abcdefghijklmnopqrstuvwxyz_0123456789_AB";

    [Theory]
    [InlineData("costs", "costs")]
    [InlineData("Überschrift 1 🏳", "Überschrift 1 🏳")]
    [InlineData(Forty, Forty)]
    [InlineData(Forty + "C", Forty + "…")]
    [InlineData("a b c d e f g h i j k l m n o p q r s t u v", "a b c d e f g h i j k l m n o p q r s t …")]
    [InlineData("a\r\nb\0c\u001b[2Jd\u0085", "a\\u000D\\u000Ab\\u0000c\\u001B[2Jd\\u0085")]
    [InlineData("\u202Etxt.exe\u2066\u200B\uFEFF\u2028\u2029\u00AD", "\\u202Etxt.exe\\u2066\\u200B\\uFEFF\\u2028\\u2029\\u00AD")]
    [InlineData("\U000E0041\uE000", "\\u{E0041}\\uE000")]
    public void A_name_is_short_and_visible(string name, string shown) => Assert.Equal(shown, MessageText.Name(name));

    [Fact]
    public void Half_a_character_is_not_shown()
    {
        Assert.Equal("a\\uD83Cb", MessageText.Name("a\uD83Cb"));
        Assert.Equal(new string('-', 39) + "…", MessageText.Name(new string('-', 39) + "🏳"));
    }

    [Fact]
    public void Every_error_holds_its_message_to_it() =>
        Assert.Equal(
            $"Cannot query field \"{Forty}…\" on type \"Query\".\\u202E",
            new GraphQLError($"Cannot query field \"{Forty}{Forty}\" on type \"Query\".\u202E").Message
        );

    [Theory]
    [InlineData("There is no such client.")]
    [InlineData("Cannot query field \"a\" on type \"B\". Did you mean \"c\"?")]
    public void A_message_that_has_nothing_to_hide_stays_as_it_is(string message) => Assert.Same(message, MessageText.Sentence(message));
}
