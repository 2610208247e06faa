using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Isolation;

/// <summary>Every place of the schema where an id can be given is one that these tests know how to attack.</summary>
[Collection(IsolationCollection.Name)]
public sealed class IdCoverageTests(IsolationWorld world)
{
    [Fact]
    public void There_is_a_real_object_for_every_id_that_can_be_asked_for()
    {
        var unknown = Places(IsolationWorld.Staff).Where(place => !world.FirstClient.Has(place.Slot)).Select(place => place.Where);

        Assert.Equal("", string.Join(", ", unknown));
    }

    [Fact]
    public void Every_type_with_an_id_has_a_real_object()
    {
        var unknown = IsolationWorld
            .Staff.Types.OfType<ObjectType>()
            .Where(type => type.Fields["id"] is not null && !world.FirstClient.Has(type.Name))
            .Select(type => type.Name);

        Assert.Equal("", string.Join(", ", unknown));
    }

    private static IEnumerable<(string Where, string Slot)> Places(Schema schema)
    {
        var ofInputs =
            from input in schema.Types.OfType<InputObjectType>()
            where !Ids.IsIdFilter(input)
            from id in Ids.Of(input).Concat(Ids.OfFilter(input).Select(id => (id.Field, id.Slot)))
            select ($"{input.Name}.{id.Field.Name}", id.Slot);
        var ofArguments =
            from type in schema.Types.OfType<ComplexType>()
            from field in type.Fields
            from argument in field.Arguments
            // node and nodes take any object's id; they are tried with all.
            where Ids.IsId(argument.Type) && field.Name is not ("node" or "nodes")
            select ($"{type.Name}.{field.Name}({argument.Name})", Ids.OfArgument(field, argument));
        return ofInputs.Concat(ofArguments);
    }
}
