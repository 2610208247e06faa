using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Tests.Isolation;

namespace AgencyRoi.Tests.Platform.Errors;

public sealed class KeyTextTests
{
    [Theory]
    [InlineData("1.23E+15", "scientific")]
    [InlineData("2,38512E+16", "scientific")]
    [InlineData("-1e-7", "scientific")]
    [InlineData("1E+100", "scientific")]
    [InlineData("=\"23851234567890123\"", "formula")]
    [InlineData("=A1", "formula")]
    [InlineData("'23851234567890123", "apostrophe")]
    [InlineData("\u201923851234567890123", "apostrophe")]
    [InlineData("#N/A", "error value")]
    [InlineData("#REF!", "error value")]
    [InlineData("########", "error value")]
    public void What_a_spreadsheet_has_spoilt_is_told(string key, string reason) =>
        Assert.Contains(reason, KeyText.Damage(key), StringComparison.Ordinal);

    [Theory]
    [InlineData("23851234567890123")]
    [InlineData("12E5")]
    [InlineData("1e10")]
    [InlineData("12.5E+3")]
    [InlineData("#1001")]
    [InlineData("a=b")]
    [InlineData("order 'x'")]
    [InlineData("E+15")]
    [InlineData("1.23E+15-a")]
    public void A_key_that_only_resembles_one_is_left_alone(string key) => Assert.Null(KeyText.Damage(key));

    [Theory]
    [InlineData(" id1 ", "id1")]
    [InlineData("\u00A0\tid 1\r\n\u200B", "id 1")]
    [InlineData("\uFEFFid1\u3000", "id1")]
    [InlineData(" \u2060 ", "")]
    [InlineData("id1", "id1")]
    public void Blanks_around_a_key_are_no_part_of_it(string given, string key) => Assert.Equal(key, KeyText.Trim(given));

    [Fact]
    public void Every_key_that_a_mutation_takes_is_trimmed()
    {
        var keys =
            from input in IsolationWorld.Staff.Types.OfType<AgencyRoi.GraphQL.TypeSystem.InputObjectType>()
            where input.RuntimeType is { } type && type.Assembly == typeof(KeyText).Assembly
            from property in AgencyRoi.Tests.Isolation.Ids.Members(input.RuntimeType)
            where property.Name.EndsWith("Reference", StringComparison.Ordinal) || property.Name == "ContactReferences"
            where property.PropertyType != typeof(Guid)
            select (Name: $"{input.Name}.{property.Name}", IsKey: property.IsDefined(typeof(KeyAttribute), inherit: true));

        Assert.True(keys.Count() > 30);
        Assert.Empty(keys.Where(key => !key.IsKey && key.Name != "EvidenceItemInput.Reference").Select(key => key.Name));
    }
}
