using AgencyRoi.GraphQL.Binding;

namespace AgencyRoi.GraphQL.Tests.Binding;

public sealed class NamingTests
{
    private enum Words
    {
        Active,
        OnHold,
        USD,
        B2BClient,
        Q1Total,
        Already_Split,
    }

    [Theory]
    [InlineData("FOOBar", "fooBar")]
    [InlineData("ID", "id")]
    [InlineData("Id", "id")]
    [InlineData("Name", "name")]
    [InlineData("URLPath", "urlPath")]
    [InlineData("X", "x")]
    [InlineData("alreadySmall", "alreadySmall")]
    public void A_member_is_lowered_by_its_leading_capitals(string clr, string expected) =>
        Assert.Equal(expected, GraphQLNaming.Camel(clr));

    [Theory]
    [InlineData(nameof(Words.Active), "ACTIVE")]
    [InlineData(nameof(Words.OnHold), "ON_HOLD")]
    [InlineData(nameof(Words.USD), "USD")]
    [InlineData(nameof(Words.B2BClient), "B2B_CLIENT")]
    [InlineData(nameof(Words.Q1Total), "Q1_TOTAL")]
    [InlineData(nameof(Words.Already_Split), "ALREADY_SPLIT")]
    public void An_enum_value_is_upper_snake_case(string clr, string expected) =>
        Assert.Equal(expected, GraphQLNaming.EnumValue(typeof(Words).GetField(clr)!));

    [Theory]
    [InlineData(nameof(Methods.GetBooks), "books")]
    [InlineData(nameof(Methods.GetBookAsync), "book")]
    [InlineData(nameof(Methods.SyncAsync), "syncAsync")]
    [InlineData(nameof(Methods.Get), "get")]
    [InlineData(nameof(Methods.Getaway), "getaway")]
    [InlineData(nameof(Methods.Renamed), "other")]
    public void A_method_loses_Get_and_when_it_is_asynchronous_Async(string clr, string expected) =>
        Assert.Equal(expected, GraphQLNaming.Method(typeof(Methods).GetMethod(clr)!));

    [Fact]
    public void A_generic_type_names_its_arguments()
    {
        Assert.Equal("BoxOfBook", GraphQLNaming.Type(typeof(Box<Book>), ClrTypeMap.ScalarName));
        Assert.Equal("PairOfStringAndBoxOfInt", GraphQLNaming.Type(typeof(Pair<string, Box<int>>), ClrTypeMap.ScalarName));
        Assert.Equal("BoxOfBookInput", GraphQLNaming.Input(typeof(Box<Book>), ClrTypeMap.ScalarName));
        Assert.Equal("AddBookInput", GraphQLNaming.Input(typeof(AddBookInput), ClrTypeMap.ScalarName));
    }

    private sealed class Box<T>;

    private sealed class Pair<TOne, TOther>;

    private static class Methods
    {
        public static int GetBooks() => 0;

        public static Task<int> GetBookAsync() => Task.FromResult(0);

        public static int SyncAsync() => 0;

        public static int Get() => 0;

        public static int Getaway() => 0;

        [GraphQLName("other")]
        public static int Renamed() => 0;
    }
}
