using AgencyRoi.Access.Tokens;

namespace AgencyRoi.Tests.Access.Tokens;

public sealed class TokenTextTests
{
    [Fact]
    public void A_token_is_read_back_as_it_was_written()
    {
        var token = TokenText.New();

        Assert.Matches("^aroi_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}$", token.ToString());
        Assert.Equal(token, TokenText.TryParse(token.ToString()));
    }

    [Fact]
    public void Any_single_wrong_letter_is_noticed_without_a_look_into_the_database()
    {
        var text = TokenText.New().ToString();

        for (var place = 0; place < text.Length; place++)
            Assert.Null(TokenText.TryParse(text[..place] + (text[place] == 'x' ? 'y' : 'x') + text[(place + 1)..]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("aroi")]
    [InlineData("aroi___")]
    [InlineData("aroi_AAAAAAAA_ééééééééééééééééééééééééééééééééééééééééééé_000000")]
    public void What_is_no_token_is_refused(string text) => Assert.Null(TokenText.TryParse(text));
}
