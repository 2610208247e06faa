using System.Reflection;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.Platform;
using Xunit;

namespace AgencyRoi.Tests.Platform;

/// <summary>Each typed id is its uuid and nothing else. Two of them cannot be swapped, since neither becomes the other or a Guid unasked.</summary>
public sealed class TypedIdsTests
{
    public static TheoryData<Type> Types { get; } =
    [.. typeof(BudgetId).Assembly.GetTypes().Where(type => type.IsValueType && typeof(IGuidKey).IsAssignableFrom(type))];

    [Theory]
    [MemberData(nameof(Types))]
    public void No_typed_id_becomes_something_else_by_itself(Type type) =>
        Assert.DoesNotContain(type.GetMethods(BindingFlags.Static | BindingFlags.Public), method => method.Name == "op_Implicit");

    [Theory]
    [MemberData(nameof(Types))]
    public void A_typed_id_is_a_guid_to_whoever_reads_it(Type type)
    {
        var guid = Guid.CreateVersion7();
        var id = (IGuidKey)Activator.CreateInstance(type, guid)!;

        Assert.Equal(guid, id.Value);
        Assert.Equal(guid.ToString(), id.ToString());
        Assert.Equal(id, type.GetMethod("Of")!.Invoke(null, [guid]));
        Assert.Equal(Guid.Empty, ((IGuidKey)Activator.CreateInstance(type)!).Value);
    }

    // Rows in memory are ordered by values of any type.
    [Theory]
    [MemberData(nameof(Types))]
    public void Typed_ids_are_ordered_like_their_guids(Type type)
    {
        Guid[] guids = [Guid.NewGuid(), Guid.Empty, Guid.NewGuid(), Guid.NewGuid()];

        var ids = guids.Select(guid => Activator.CreateInstance(type, guid)).Order(Comparer<object?>.Default);

        Assert.Equal(guids.Order(), ids.Select(id => ((IGuidKey)id!).Value));
    }
}
