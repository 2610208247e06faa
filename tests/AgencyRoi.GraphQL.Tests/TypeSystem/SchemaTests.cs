using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.TypeSystem;

public sealed class SchemaTests
{
    private static readonly Schema Schema = SchemaFromSdl.Build(
        """
        type Query implements I { a: U, i: I }
        type Other implements J & I { a: U }
        interface I { a: U }
        interface J implements I { a: U }
        union U = Query | Other
        """
    );

    [Fact]
    public void Meta_fields_stand_where_the_specification_puts_them()
    {
        var union = Schema.FindType("U")!;
        var other = Schema.FindType("Other")!;

        Assert.Same(Introspection.TypeNameField, Schema.FindField(union, "__typename"));
        Assert.Same(Introspection.TypeNameField, Schema.FindField(other, "__typename"));
        Assert.Same(Introspection.SchemaField, Schema.FindField(Schema.QueryType, "__schema"));
        Assert.Same(Introspection.TypeField, Schema.FindField(Schema.QueryType, "__type"));
        Assert.Null(Schema.FindField(other, "__schema"));
        Assert.Null(Schema.FindField(union, "a"));
        Assert.Null(Schema.FindField(StandardScalars.Int, "__typename"));
        Assert.Same(Schema.QueryType.Fields["a"], Schema.FindField(Schema.QueryType, "a"));
    }

    [Fact]
    public void Possible_types_of_interfaces_unions_and_objects()
    {
        var other = Assert.IsType<ObjectType>(Schema.FindType("Other"));

        Assert.Equal([Schema.QueryType, other], Schema.GetPossibleTypes(Schema.FindType("I")!));
        Assert.Equal([other], Schema.GetPossibleTypes(Schema.FindType("J")!));
        Assert.Equal([Schema.QueryType, other], Schema.GetPossibleTypes(Schema.FindType("U")!));
        Assert.Equal([other], Schema.GetPossibleTypes(other));
        Assert.Empty(Schema.GetPossibleTypes(StandardScalars.Int));
        Assert.False(Schema.IsPossibleType(Schema.FindType("J")!, Schema.QueryType));
    }

    [Fact]
    public void A_subtype_gives_no_less_than_its_supertype()
    {
        var i = Schema.FindType("I")!;
        var j = Schema.FindType("J")!;
        var other = Schema.FindType("Other")!;

        Assert.True(TypeRelation.IsSubType(Schema, new NonNullType(new ListType(new NonNullType(other))), new ListType(i)));
        Assert.True(TypeRelation.IsSubType(Schema, j, i));
        Assert.True(TypeRelation.IsSubType(Schema, other, Schema.FindType("U")!));
        Assert.False(TypeRelation.IsSubType(Schema, i, j));
        Assert.False(TypeRelation.IsSubType(Schema, other, new NonNullType(other)));
        Assert.False(TypeRelation.IsSubType(Schema, new ListType(other), other));
        Assert.True(TypeRelation.AreEqual(new ListType(new NonNullType(i)), new ListType(new NonNullType(i))));
        Assert.False(TypeRelation.AreEqual(new ListType(i), new NonNullType(i)));
    }
}
