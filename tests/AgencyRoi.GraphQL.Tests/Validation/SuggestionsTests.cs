using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.GraphQL.Validation;

namespace AgencyRoi.GraphQL.Tests.Validation;

public sealed class SuggestionsTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("title", "title", 0)]
    [InlineData("title", "TITLE", 1)]
    [InlineData("title", "titl", 1)]
    [InlineData("title", "tittle", 1)]
    [InlineData("title", "tixle", 1)]
    [InlineData("title", "titel", 1)]
    [InlineData("ab", "ba", 1)]
    [InlineData("title", "", 5)]
    [InlineData("kitten", "sitting", 3)]
    public void Edits_are_counted(string first, string second, int edits)
    {
        Assert.Equal(edits, LexicalDistance.Between(first, second));
        Assert.Equal(edits, LexicalDistance.Between(second, first));
    }

    [Fact]
    public void Near_names_come_nearest_first_and_equally_near_ones_in_natural_order()
    {
        Assert.Equal(["abcd", "abc"], Suggestions.For("abcd", ["abc", "wxyz", "abcd"]));
        Assert.Equal(["a2", "a10"], Suggestions.For("a1", ["a10", "a2"]));
        Assert.Equal(["Abc"], Suggestions.For("abc", ["Abc", "Abc"]));
    }

    [Fact]
    public void Far_names_are_left_out() => Assert.Empty(Suggestions.For("input", ["option", "zebra"]));

    [Theory]
    [InlineData("", 0)]
    [InlineData(" Did you mean \"n1\"?", 1)]
    [InlineData(" Did you mean \"n1\" or \"n2\"?", 2)]
    [InlineData(" Did you mean \"n1\", \"n2\", or \"n3\"?", 3)]
    [InlineData(" Did you mean \"n1\", \"n2\", \"n3\", \"n4\", or \"n5\"?", 7)]
    public void At_most_five_names_are_told(string sentence, int names) =>
        Assert.Equal(sentence, Suggestions.Sentence([.. Enumerable.Range(1, names).Select(i => $"n{i}")]));

    [Fact]
    public void A_sentence_can_say_what_the_names_are() =>
        Assert.Equal(" Did you mean the enum value \"A\"?", Suggestions.Sentence(["A"], "the enum value"));

    [Theory]
    [InlineData("a2", "a10", -1)]
    [InlineData("a02", "a2", 0)]
    [InlineData("a", "a1", -1)]
    [InlineData("B", "a", -1)]
    [InlineData("a1b", "a1a", 1)]
    [InlineData("a123456789012345678901", "a123456789012345678902", -1)]
    public void Digits_are_ordered_by_their_number(string first, string second, int order)
    {
        Assert.Equal(order, Math.Sign(NaturalOrder.Comparer.Compare(first, second)));
        Assert.Equal(-order, Math.Sign(NaturalOrder.Comparer.Compare(second, first)));
    }
}
