using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.TypeSystem.Scalars;

public sealed class StringBooleanAndIdTests
{
    [Fact]
    public void String_reads_only_strings()
    {
        Assert.Equal("é\n", StandardScalars.String.Read("\"é\\n\""));
        Assert.Equal("a", StandardScalars.String.Read(new StringValueNode("a")));
        Assert.Equal("String cannot represent a non string value: a number", StandardScalars.String.Refusal("1"));
        Assert.Equal("String cannot represent a non string value: a name", StandardScalars.String.Refusal(new EnumValueNode("RED")));
    }

    [Fact]
    public void Half_a_surrogate_pair_in_json_is_refused_and_not_a_crash()
    {
        const string Half = "\"\\ud800\"";

        Assert.Equal("String cannot represent a non string value: a string with a lone surrogate", StandardScalars.String.Refusal(Half));
        Assert.StartsWith("ID cannot", StandardScalars.ID.Refusal(Half), StringComparison.Ordinal);
        Assert.StartsWith("UUID cannot", StandardScalars.Uuid.Refusal(Half), StringComparison.Ordinal);
    }

    [Fact]
    public void String_writes_other_values_as_text_without_regard_to_culture()
    {
        Assert.Equal("\"a\\\"b\"", StandardScalars.String.Written("a\"b"));
        Assert.Equal("\"true\"", StandardScalars.String.Written(true));
        Assert.Equal("\"1.50\"", StandardScalars.String.Written(1.50m));
        Assert.Equal("\"2026-01-31\"", StandardScalars.String.Written(new DateOnly(2026, 1, 31)));
        Assert.Equal("\"Monday\"", StandardScalars.String.Written(DayOfWeek.Monday));
        Assert.Equal("String cannot represent a value of the .NET type Object.", StandardScalars.String.WriteRefusal(new object()));
    }

    [Fact]
    public void Boolean_reads_and_writes_only_true_and_false()
    {
        Assert.Equal(true, StandardScalars.Boolean.Read("true"));
        Assert.Equal(false, StandardScalars.Boolean.Read(new BooleanValueNode(false)));
        Assert.Equal("Boolean cannot represent a non boolean value: a number", StandardScalars.Boolean.Refusal("1"));
        Assert.Equal(
            "Boolean cannot represent a non boolean value: a string",
            StandardScalars.Boolean.Refusal(new StringValueNode("true"))
        );
        Assert.Equal("false", StandardScalars.Boolean.Written(false));
        Assert.Equal("Boolean cannot represent a value of the .NET type Int32.", StandardScalars.Boolean.WriteRefusal(1));
        Assert.True(Assert.IsType<BooleanValueNode>(StandardScalars.Boolean.ToLiteral(true)).Value);
    }

    [Fact]
    public void Id_reads_strings_and_integers_as_text()
    {
        Assert.Equal("abc", StandardScalars.ID.Read("\"abc\""));
        Assert.Equal("12345678901234567890", StandardScalars.ID.Read("12345678901234567890"));
        Assert.Equal("7", StandardScalars.ID.Read(new IntValueNode("7")));
        Assert.Equal("ID cannot represent a non-string and non-integer value: a number", StandardScalars.ID.Refusal("1.0"));
        Assert.Equal(
            "ID cannot represent a non-string and non-integer value: a boolean",
            StandardScalars.ID.Refusal(new BooleanValueNode(true))
        );
    }

    [Fact]
    public void Id_writes_text_integers_and_guids_as_strings()
    {
        var guid = Guid.Parse("123e4567-e89b-12d3-a456-426614174000");

        Assert.Equal("\"a\"", StandardScalars.ID.Written("a"));
        Assert.Equal("\"-5\"", StandardScalars.ID.Written(-5));
        Assert.Equal("\"9223372036854775807\"", StandardScalars.ID.Written(long.MaxValue));
        Assert.Equal("\"7\"", StandardScalars.ID.Written((short)7));
        Assert.Equal($"\"{guid}\"", StandardScalars.ID.Written(guid));
        Assert.Equal(
            "ID cannot represent a value of the .NET type Double: a fraction is no identifier.",
            StandardScalars.ID.WriteRefusal(1.0)
        );
        Assert.Equal("7", Assert.IsType<StringValueNode>(StandardScalars.ID.ToLiteral(7)).Value);
    }
}
